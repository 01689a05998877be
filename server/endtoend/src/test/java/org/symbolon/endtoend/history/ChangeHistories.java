package org.symbolon.endtoend.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertJson;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PasswdFile;
import org.symbolon.endtoend.harness.Tenant;

/** Things that were changed, and what their histories are expected to say. */
abstract class ChangeHistories {

    static final String TIME = "[-0-9]{10}T[:0-9]{8}([.][0-9]{1,6})?Z";
    InProcessServer server;
    Tenant tenant;
    ApiClient admin;
    String passwd;

    @BeforeAll
    void prepare(InProcessServer shared, Path folder) {
        server = shared;
        tenant = Tenant.create(shared, "changes", folder, 2);
        admin = tenant.admin();
        passwd = PasswdFile.write(folder, 2).toString();
    }

    void done(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    static String entry(String event, String changes) {
        return """
                {'event': '%s', 'actor': 'admin', 'role': 'admin', 'realm': null, 'client': '127.0.0.1',
                 'node': 'tested', 'user_agent': '~Java-http-client/.+', 'request_id': '~[0-9a-f]{16}',
                 'time': '~%s', 'changes': %s}
                """
                .formatted(event, TIME, changes);
    }

    /** The whole history, the newest first. */
    void assertHistory(String path, String... entries) {
        assertJson(
                admin.get("/history/" + path).value(),
                "{'count': %d, 'current': 1, 'next': null, 'prev': null, 'history': [%s]}"
                        .formatted(entries.length, String.join(", ", entries)));
    }

    /** The newest entry of a history of so many. */
    void assertNewest(String path, int count, String event, String changes) {
        assertJson(
                admin.get("/history/" + path, "pagesize", "1").value(),
                "{'count': %d, 'current': 1, 'next': %s, 'prev': null, 'history': [%s]}"
                        .formatted(count, count > 1 ? "2" : "null", entry(event, changes)));
    }
}
