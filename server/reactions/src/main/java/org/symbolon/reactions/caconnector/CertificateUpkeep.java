package org.symbolon.reactions.caconnector;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.command.caconnector.port.AuthorityException;
import org.symbolon.command.caconnector.port.CertificateAuthorities;
import org.symbolon.command.caconnector.port.CertificateRecords;
import org.symbolon.command.caconnector.port.PendingRequest;
import org.symbolon.command.caconnector.port.ReadyAuthorities;
import org.symbolon.command.error.OutdatedException;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.sending.CommandSender;
import org.symbolon.command.token.EnrollToken;
import org.symbolon.command.token.EnrolmentEvidence;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.command.tokentype.certificate.CertificateOrder.Outcome;

/**
 * What goes on with certificates though nobody asks for it: revocation lists are renewed before they end, and authorities are asked about
 * requests that somebody has to approve. Each node does so for its own files; that several ask about one request harms nothing.
 */
public final class CertificateUpkeep {

    private static final Logger LOG = LoggerFactory.getLogger(CertificateUpkeep.class);
    private static final String ACTOR = "certificate upkeep";

    private final ReadyAuthorities defined;
    private final CertificateAuthorities authorities;
    private final CertificateRecords records;
    private final EnrolmentEvidence evidence;
    private final CommandSender commands;
    private final Set<String> failing = new HashSet<>();

    public CertificateUpkeep(
            ReadyAuthorities defined,
            CertificateAuthorities authorities,
            CertificateRecords records,
            EnrolmentEvidence evidence,
            CommandSender commands) {
        this.defined = defined;
        this.authorities = authorities;
        this.records = records;
        this.evidence = evidence;
        this.commands = commands;
    }

    /** Does all that is due; what fails of it does not keep the rest from being done. */
    public synchronized void run() {
        defined.names().forEach(this::renewList);
        records.pending().forEach(this::ask);
    }

    /** A trouble that stays is one line in the log. */
    private void renewList(String name) {
        try {
            defined.find(name).ifPresent(authority -> authorities.publish(authority, false));
            failing.remove(name);
        } catch (AuthorityException failed) {
            if (failing.add(name)) {
                LOG.warn("A revocation list cannot be renewed: {}", failed.getMessage());
            }
        }
    }

    /** An authority that is away, or has still not decided, is asked again the next time. */
    private void ask(PendingRequest waiting) {
        EnrollToken question = new EnrollToken(
                Map.of(
                        "type", waiting.tokenType(),
                        "serial", waiting.tokenSerial(),
                        "requestId", waiting.requestId()),
                Map.of(),
                null,
                null,
                Holder.NOBODY,
                null);
        EnrollToken prepared = evidence.prepared(question);
        if (prepared.gathered().answers().values().stream().anyMatch(CertificateUpkeep::isDecision)) {
            send(prepared);
        }
    }

    private static boolean isDecision(Object outcome) {
        return outcome instanceof Outcome.Issued || outcome instanceof Outcome.Denied;
    }

    private void send(EnrollToken prepared) {
        try {
            commands.sendAs(ACTOR, prepared);
        } catch (Refusal | OutdatedException otherwise) {
            LOG.info("A certificate is not waited for any more: {}", otherwise.getMessage());
        }
    }
}
