-- A start looks which kinds of events there are, lest it goes on with what a later version of Symbolon has written. Names are found by
-- domain_event_by_name; this index holds the revisions that are worth a look, and not what every log-in appends.
create index domain_event_by_revision on domain_event (payload_type, payload_revision)
    where payload_revision <> '1'
        and (payload_type not in ('OtpAccepted', 'OtpConsumed', 'OtpRejected') or payload_revision <> '2');
