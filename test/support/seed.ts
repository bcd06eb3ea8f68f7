import fc from 'fast-check'

/** A red test means that something was changed, not that the dice fell differently; PROPERTY_SEED throws them anew. */
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20_261_124) })
