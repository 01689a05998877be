-- Whoever looks at the past of the configuration reads a few kinds of events among many: what every log-in appends is left
-- out, so that the index costs it nothing.
create index domain_event_by_name on domain_event (payload_type, global_index)
    where payload_type not in ('OtpAccepted', 'OtpConsumed', 'OtpRejected', 'RequestAnswered');
