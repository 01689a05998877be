package org.symbolon.projections.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.events.audit.AuditRotated;
import org.symbolon.events.audit.RequestAnswered;

/** What a batch of events does to the audit. It leaves the rows that it would leave if every event came by itself. */
final class AuditBatch {

    private final JdbcOperations jdbc;
    private final HeadSigner signer;
    private final List<Runnable> steps = new ArrayList<>();
    private final List<ChainedRow> unwritten = new ArrayList<>();
    private final RequestCounts requests = new RequestCounts();
    private long number;
    private String chain;

    AuditBatch(JdbcOperations jdbc, HeadSigner signer) {
        this.jdbc = jdbc;
        this.signer = signer;
    }

    void answer(RequestAnswered event, Map<String, ?> metadata, Instant time) {
        requests.add(event, time);
        steps.add(() -> {
            number++;
            AuditRow row = AuditRow.of(number, event, metadata, time);
            chain = ChainText.after(chain, row);
            unwritten.add(new ChainedRow(row, chain));
        });
    }

    void rotate(AuditRotated event, Instant time) {
        steps.add(() -> {
            insert();
            removeUpTo(event.lastRemoved(), time);
        });
    }

    void write() {
        AuditHead head = AuditHead.lock(jdbc);
        number = head.number();
        chain = head.hash();
        steps.forEach(Runnable::run);
        insert();
        requests.write(jdbc);
    }

    private void insert() {
        if (unwritten.isEmpty()) {
            return;
        }
        AuditTable.insert(jdbc, unwritten);
        AuditCounts.add(jdbc, unwritten);
        AuditHead.store(
                jdbc,
                number,
                chain,
                signer,
                unwritten.get(unwritten.size() - 1).row().date());
        unwritten.clear();
    }

    /** A row that is not there is no place where a chain could begin: then all stay, and a verification tells. */
    private void removeUpTo(long lastRemoved, Instant time) {
        List<String> hash =
                jdbc.queryForList("select signature from mfa_audit where id = ?", String.class, lastRemoved);
        if (hash.isEmpty()) {
            return;
        }
        AuditCounts.removeRows(jdbc, lastRemoved);
        AuditCheckpoint.store(jdbc, lastRemoved, hash.get(0), signer, time);
    }
}
