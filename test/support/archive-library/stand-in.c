/*
 * Stands in for the company archive's native library: its C interface, over files that a test writes beside it.
 *
 *   account          company id, secret, proxy and its password, one a line
 *   chat.jsonl       one encrypted message a line, each beginning with {"seq":N, and in that order
 *   media/ID         a picture, voice or file
 *   faults-CALL      what goes wrong in a call, one a line: after how many calls that go well, what, a number
 *
 * A message is RC4 under the random key, in base64: simple, and still unreadable without the private key.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#define PIECE (512 * 1024)
#define PATH 4096

enum { WRONG_PARAMETER = 10000, NETWORK = 10001, WRONG_SECRET = 10003, NO_SUCH_FILE = 10005, CANNOT_DECRYPT = 10006 };

typedef struct { int open; } WeWorkFinanceSdk_t;
typedef struct { char *buf; int len; } Slice_t;
typedef struct { char *outindexbuf; int out_len; char *data; int data_len; int is_finish; } MediaData_t;

static void beside(char *path, const char *folder, const char *name) {
  Dl_info info;
  dladdr((void *)beside, &info);
  const char *slash = strrchr(info.dli_fname, '/');
  snprintf(path, PATH, "%.*s/%s%s", slash ? (int)(slash - info.dli_fname) : 1, slash ? info.dli_fname : ".", folder, name);
}

static FILE *open_beside(const char *folder, const char *name) {
  char path[PATH];
  beside(path, folder, name);
  return fopen(path, "rb");
}

/* ---- what goes wrong on demand ---- */

typedef struct { char kind[16]; long number; } Fault;
typedef struct { const char *name; long well; } Call;

static Fault next_fault(Call *call) {
  Fault fault = {"", 0};
  FILE *file = open_beside("faults-", call->name);
  if (!file) return fault;
  long after = 0;
  int fields = fscanf(file, "%ld %15s %ld\n", &after, fault.kind, &fault.number);
  if (fields < 3 || call->well < after) {
    fault.kind[0] = 0;
    call->well++;
  } else {
    /* Taken before it happens: a crash happens once. */
    char path[PATH], rest[65536];
    size_t size = fread(rest, 1, sizeof rest, file);
    beside(path, "faults-", call->name);
    FILE *left = fopen(path, "wb");
    fwrite(rest, 1, size, left);
    fclose(left);
    call->well = 0;
  }
  fclose(file);
  return fault;
}

/* A code to answer with; 0 where the call goes on. */
static int suffer(Fault fault) {
  if (!strcmp(fault.kind, "code")) return (int)fault.number;
  if (!strcmp(fault.kind, "eat")) memset(malloc(fault.number << 20), 1, fault.number << 20);
  if (!strcmp(fault.kind, "hang") || !strcmp(fault.kind, "eat")) for (;;) pause();
  if (!strcmp(fault.kind, "crash")) {
    struct rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
    abort();
  }
  return 0;
}

/* ---- slices ---- */

Slice_t *NewSlice(void) { return calloc(1, sizeof(Slice_t)); }
void FreeSlice(Slice_t *slice) { free(slice->buf); free(slice); }
char *GetContentFromSlice(Slice_t *slice) { return slice->buf; }
int GetSliceLen(Slice_t *slice) { return slice->len; }

static void append(Slice_t *slice, size_t *room, const char *text, size_t size) {
  if (slice->len + size + 1 > *room) slice->buf = realloc(slice->buf, *room = (slice->len + size + 1) * 2);
  memcpy(slice->buf + slice->len, text, size);
  slice->len += (int)size;
  slice->buf[slice->len] = 0;
}

static void cut(Slice_t *slice, Fault fault) {
  if (!strcmp(fault.kind, "cut")) slice->buf[slice->len /= 2] = 0;
}

/* ---- the account ---- */

static char account[4][512];

static void read_account(void) {
  FILE *file = open_beside("", "account");
  for (int i = 0; file && i < 4 && fgets(account[i], sizeof account[i], file); i++) account[i][strcspn(account[i], "\n")] = 0;
  if (file) fclose(file);
}

WeWorkFinanceSdk_t *NewSdk(void) { return calloc(1, sizeof(WeWorkFinanceSdk_t)); }
void DestroySdk(WeWorkFinanceSdk_t *sdk) { free(sdk); }

int Init(WeWorkFinanceSdk_t *sdk, const char *corpid, const char *secret) {
  static Call call = {"Init", 0};
  int code = suffer(next_fault(&call));
  if (code) return code;
  read_account();
  if (strcmp(corpid, account[0]) || strcmp(secret, account[1])) return WRONG_SECRET;
  sdk->open = 1;
  return 0;
}

static int cannot_reach(const char *proxy, const char *password) { return strcmp(proxy, account[2]) || strcmp(password, account[3]); }

/* ---- messages ---- */

int GetChatData(WeWorkFinanceSdk_t *sdk, unsigned long long after, unsigned int limit, const char *proxy, const char *password,
                int timeout, Slice_t *out) {
  static Call call = {"GetChatData", 0};
  /* Where the line after `read_to` begins, so that a long file is read once. */
  static unsigned long long read_to;
  static long begins;
  Fault fault = next_fault(&call);
  int code = suffer(fault);
  if (code) return code;
  if (!sdk->open || limit > 1000 || timeout < 1 || timeout > 60) return WRONG_PARAMETER;
  if (cannot_reach(proxy, password)) return NETWORK;

  size_t room = 0;
  if (!strcmp(fault.kind, "errcode")) {
    char refusal[128];
    append(out, &room, refusal, snprintf(refusal, sizeof refusal, "{\"errcode\":%ld,\"errmsg\":\"refused\"}", fault.number));
    return 0;
  }
  append(out, &room, "{\"errcode\":0,\"errmsg\":\"ok\",\"chatdata\":[", 39);
  FILE *file = open_beside("", "chat.jsonl");
  if (file && after >= read_to) fseek(file, begins, SEEK_SET);
  char *line = NULL;
  size_t size = 0;
  ssize_t length;
  unsigned int given = 0;
  while (file && given < limit && (length = getline(&line, &size, file)) > 0 && line[length - 1] == '\n') {
    unsigned long long seq = 0;
    if (sscanf(line, "{\"seq\":%llu", &seq) != 1 || seq <= after) continue;
    if (given++) append(out, &room, ",", 1);
    append(out, &room, line, length - 1);
    read_to = seq;
    begins = ftell(file);
  }
  free(line);
  if (file) fclose(file);
  append(out, &room, "]}", 2);
  cut(out, fault);
  return 0;
}

static size_t from_base64(const char *text, unsigned char *bytes) {
  static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  size_t size = 0;
  unsigned int bits = 0, held = 0;
  for (const char *at; *text && (at = strchr(letters, *text)); text++) {
    bits = bits << 6 | (unsigned int)(at - letters);
    held += 6;
    if (held >= 8) bytes[size++] = (unsigned char)(bits >> (held -= 8));
  }
  return size;
}

static void rc4(const char *key, unsigned char *bytes, size_t size) {
  unsigned char box[256], swap;
  size_t length = strlen(key);
  for (int i = 0; i < 256; i++) box[i] = (unsigned char)i;
  for (int i = 0, j = 0; i < 256; i++) {
    j = (j + box[i] + (unsigned char)key[i % length]) & 255;
    swap = box[i], box[i] = box[j], box[j] = swap;
  }
  for (size_t n = 0, i = 0, j = 0; n < size; n++) {
    i = (i + 1) & 255;
    j = (j + box[i]) & 255;
    swap = box[i], box[i] = box[j], box[j] = swap;
    bytes[n] ^= box[(box[i] + box[j]) & 255];
  }
}

int DecryptData(const char *key, const char *message, Slice_t *out) {
  static Call call = {"DecryptData", 0};
  Fault fault = next_fault(&call);
  int code = suffer(fault);
  if (code) return code;
  if (!*key) return WRONG_PARAMETER;
  out->buf = malloc(strlen(message) + 1);
  out->len = (int)from_base64(message, (unsigned char *)out->buf);
  rc4(key, (unsigned char *)out->buf, out->len);
  if (out->len == 0 || out->buf[0] != '{') return CANNOT_DECRYPT;
  cut(out, fault);
  return 0;
}

/* ---- media ---- */

MediaData_t *NewMediaData(void) { return calloc(1, sizeof(MediaData_t)); }
void FreeMediaData(MediaData_t *media) { free(media->outindexbuf); free(media->data); free(media); }
char *GetOutIndexBuf(MediaData_t *media) { return media->outindexbuf; }
char *GetData(MediaData_t *media) { return media->data; }
int GetIndexLen(MediaData_t *media) { return media->out_len; }
int GetDataLen(MediaData_t *media) { return media->data_len; }
int IsMediaDataFinish(MediaData_t *media) { return media->is_finish; }

int GetMediaData(WeWorkFinanceSdk_t *sdk, const char *index, const char *id, const char *proxy, const char *password, int timeout,
                 MediaData_t *out) {
  static Call call = {"GetMediaData", 0};
  int code = suffer(next_fault(&call));
  if (code) return code;
  if (!sdk->open || timeout < 1 || timeout > 60) return WRONG_PARAMETER;
  if (cannot_reach(proxy, password)) return NETWORK;
  FILE *file = strchr(id, '/') ? NULL : open_beside("media/", id);
  if (!file) return NO_SUCH_FILE;
  const char *from = strchr(index, '=');
  long start = from ? atol(from + 1) : 0;
  fseek(file, start, SEEK_SET);
  out->data = malloc(PIECE);
  out->data_len = (int)fread(out->data, 1, PIECE, file);
  out->is_finish = fgetc(file) == EOF;
  fclose(file);
  out->outindexbuf = malloc(64);
  out->out_len = snprintf(out->outindexbuf, 64, "Range:bytes=%ld-%ld", start + out->data_len, start + out->data_len + PIECE - 1);
  return 0;
}
