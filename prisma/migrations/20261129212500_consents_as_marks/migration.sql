-- Who of a group has agreed to the archive is kept as marks from now on; what names people by the platform's ids is asked anew.
DELETE FROM "ChannelCursor" WHERE name LIKE 'consent:%';
