-- By hand, all of it: what the types promise holds for every row, whoever writes it.

-- Columns that know only so many words; the same lists stand in src/store/columns.ts, and a test compares them.
ALTER TABLE "Ticket"
  ADD CONSTRAINT "Ticket_kind_words" CHECK ("kind" IN ('village', 'neighbour', 'household')),
  ADD CONSTRAINT "Ticket_source_words" CHECK ("source" IN ('group', 'direct', 'noted', 'report')),
  ADD CONSTRAINT "Ticket_stage_words" CHECK ("stage" IN ('intake', 'triage', 'deliberation', 'handling', 'archive')),
  ADD CONSTRAINT "Ticket_status_words" CHECK ("status" IN ('open', 'waiting', 'resolved', 'closed', 'rejected', 'withdrawn', 'merged', 'void')),
  ADD CONSTRAINT "Ticket_mode_words" CHECK ("mode" IN ('direct', 'led', 'joint', 'supervised')),
  ADD CONSTRAINT "Ticket_danger_words" CHECK ("danger" IN ('fire', 'flood', 'landslide', 'gas', 'collapse', 'electric', 'brawl', 'accident', 'missing', 'violence',
    'selfharm', 'child', 'elder', 'poison')),
  ADD CONSTRAINT "Ticket_sensitivity_words" CHECK ("sensitivity" IN ('violence', 'selfharm', 'child', 'elder', 'poison', 'illness', 'petition', 'crime', 'cadre', 'family')),
  ADD CONSTRAINT "Ticket_satisfaction_words" CHECK ("satisfaction" IN ('good', 'fair', 'poor')),
  ADD CONSTRAINT "Ticket_throughVia_words" CHECK ("throughVia" IN ('point', 'phone', 'visit', 'sayday')),
  ADD CONSTRAINT "Ticket_evidence_words" CHECK ("evidence" <@ ARRAY['photo', 'visit', 'talk']);
ALTER TABLE "TicketEvent"
  ADD CONSTRAINT "TicketEvent_what_words" CHECK ("what" IN ('opened', 'accepted', 'assigned', 'transferred', 'deliberated', 'progressed', 'visited', 'resolved', 'rated',
    'reopened', 'closed', 'extensionAsked', 'extended', 'extensionDenied', 'waited', 'resumed', 'rejected',
    'merged', 'mergedFrom', 'split', 'reclassified', 'supervised', 'withdrawn', 'revived', 'hidden', 'followed',
    'added', 'undone', 'denied', 'amended', 'notMatter', 'escalated', 'called'));
ALTER TABLE "Notice"
  ADD CONSTRAINT "Notice_state_words" CHECK ("state" IN ('due', 'claimed', 'sent', 'suppressed', 'failed'));
ALTER TABLE "Post"
  ADD CONSTRAINT "Post_state_words" CHECK ("state" IN ('waiting', 'sending', 'sent', 'failed', 'unknown', 'confirm', 'dropped')),
  ADD CONSTRAINT "Post_channel_words" CHECK ("channel" IN ('wecom-robot', 'wecom-bot', 'wecom-app', 'wecom-appchat', 'wecom-kf', 'wecom-mass', 'wechaty', 'by-hand'));
ALTER TABLE "ChannelGroup"
  ADD CONSTRAINT "ChannelGroup_channel_words" CHECK ("channel" IN ('wecom-robot', 'wecom-bot', 'wecom-app', 'wecom-appchat', 'wecom-kf', 'wecom-mass', 'wechaty', 'by-hand')),
  ADD CONSTRAINT "ChannelGroup_hears_words" CHECK ("hears" IN ('all', 'mention', 'polled', 'none')),
  ADD CONSTRAINT "ChannelGroup_posts_words" CHECK ("posts" IN ('auto', 'confirm', 'none')),
  ADD CONSTRAINT "ChannelGroup_state_words" CHECK ("state" IN ('asked', 'bound', 'refused', 'lost'));
ALTER TABLE "Identity"
  ADD CONSTRAINT "Identity_channel_words" CHECK ("channel" IN ('wecom-robot', 'wecom-bot', 'wecom-app', 'wecom-appchat', 'wecom-kf', 'wecom-mass', 'wechaty', 'by-hand')),
  ADD CONSTRAINT "Identity_tiedBy_words" CHECK ("tiedBy" IN ('stranger', 'realm', 'roster', 'phone', 'cadre'));
ALTER TABLE "ChannelState"
  ADD CONSTRAINT "ChannelState_channel_words" CHECK ("channel" IN ('wecom-robot', 'wecom-bot', 'wecom-app', 'wecom-appchat', 'wecom-kf', 'wecom-mass', 'wechaty', 'by-hand'));
ALTER TABLE "ChannelGap"
  ADD CONSTRAINT "ChannelGap_channel_words" CHECK ("channel" IN ('wecom-robot', 'wecom-bot', 'wecom-app', 'wecom-appchat', 'wecom-kf', 'wecom-mass', 'wechaty', 'by-hand'));
ALTER TABLE "GridNode"
  ADD CONSTRAINT "GridNode_level_words" CHECK ("level" IN ('town', 'village', 'she', 'ten'));
ALTER TABLE "PersonRole"
  ADD CONSTRAINT "PersonRole_role_words" CHECK ("role" IN ('resident', 'keeper', 'clerk', 'secretary', 'mediator', 'duty', 'leader', 'supervisor'));
ALTER TABLE "ChatGroup"
  ADD CONSTRAINT "ChatGroup_kind_words" CHECK ("kind" IN ('village', 'cadres'));
ALTER TABLE "Example"
  ADD CONSTRAINT "Example_kind_words" CHECK ("kind" IN ('village', 'neighbour', 'household', 'none')),
  ADD CONSTRAINT "Example_source_words" CHECK ("source" IN ('reclassified', 'merged', 'split', 'not-a-matter', 'clerk-yes', 'clerk-no')),
  ADD CONSTRAINT "Example_rank_words" CHECK ("rank" IN ('office', 'village'));
ALTER TABLE "TrainedModel"
  ADD CONSTRAINT "TrainedModel_state_words" CHECK ("state" IN ('inUse', 'kept', 'refused'));
ALTER TABLE "BulletinItem"
  ADD CONSTRAINT "BulletinItem_state_words" CHECK ("state" IN ('waiting', 'told', 'dropped'));
ALTER TABLE "AlarmAnswer"
  ADD CONSTRAINT "AlarmAnswer_how_words" CHECK ("how" IN ('self', 'keeper'));
ALTER TABLE "TeamRecord"
  ADD CONSTRAINT "TeamRecord_kind_words" CHECK ("kind" IN ('training', 'activity', 'warning', 'checkup', 'assessment', 'reward'));
ALTER TABLE "StaffEntry"
  ADD CONSTRAINT "StaffEntry_education_words" CHECK ("education" IN ('primary', 'junior', 'senior', 'secondary', 'college', 'bachelor', 'master'));
ALTER TABLE "Venue"
  ADD CONSTRAINT "Venue_uses_words" CHECK ("uses" <@ ARRAY['lecture', 'mediation', 'sayday']);

-- What belongs to a ticket does not stand without it. Looked at when the transaction ends: a history may be written
-- before its ticket, and a sample that retires takes both away.
ALTER TABLE "TicketEvent" ADD CONSTRAINT "TicketEvent_ticket" FOREIGN KEY ("townId", "ticketId") REFERENCES "Ticket" ("townId", "id")
  DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "TicketMessage" ADD CONSTRAINT "TicketMessage_ticket" FOREIGN KEY ("townId", "ticketId") REFERENCES "Ticket" ("townId", "id")
  DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "Follower" ADD CONSTRAINT "Follower_ticket" FOREIGN KEY ("townId", "ticketId") REFERENCES "Ticket" ("townId", "id")
  DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "ResidentOrder" ADD CONSTRAINT "ResidentOrder_ticket" FOREIGN KEY ("townId", "ticketId") REFERENCES "Ticket" ("townId", "id")
  DEFERRABLE INITIALLY DEFERRED;
