package org.symbolon.endtoend.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertJson;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.symbolon.cli.audit.AuditLines;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.ExpectedJson;
import org.symbolon.endtoend.harness.Wire;
import org.symbolon.endtoend.harness.WireTest;

/** Rows of the audit are found, counted, handed out in pages and as files. */
@WireTest
class AuditSearchWireTest extends AuditRows {

    private static final String COLUMNS =
            """
            ['number', 'action', 'success', 'serial', 'date', 'startdate', 'duration', 'token_type', 'user', 'realm',
             'administrator', 'action_detail', 'info', 'edumfa_server', 'client', 'log_level', 'policies',
             'clearance_level', 'sig_check', 'missing_line', 'resolver', 'thread_id']
            """;

    @Test
    void aPageHasRowsAndTheNamesOfTheirColumnsInTheOrderInWhichTheyAreShown() {
        admin.get("/realm/superuser");

        Answer answer = tenant.admin().get("/audit/", "action", "GET /realm/superuser", "administrator", "audit-admin");

        Wire.assertValue(
                answer,
                "{'count': 1, 'current': 1, 'next': null, 'prev': null, 'auditcolumns': %s, 'auditdata': [%s]}"
                        .formatted(COLUMNS, ExpectedJson.overlaid(ROW, "{'action': 'GET /realm/superuser'}")));
    }

    @Test
    void requestsAreCountedByActionAndTime() {
        tenant.anyone().get("/validate/radiuscheck", "user", "user1", "realm", REALM, "pass", "x");

        Map<String, Object> value = tenant.admin()
                .get("/audit/statistics", "action", "GET /validate/radius*", "step", "hour")
                .valueMap();

        assertThat(value).containsEntry("step", "hour").containsKeys("start", "end", "success");
        assertThat(((Number) value.get("failure")).longValue()).isPositive();
        assertJson(
                ((List<?>) value.get("statistics")).get(0),
                "{'period': '~[-0-9]{10}T[0-9]{2}:00:00', 'action': 'GET /validate/radiuscheck', 'success': '<int>',"
                        + " 'failure': '<int>'}");
        assertThat(tenant.admin()
                        .get("/audit/statistics", "start", "2020-01-01T00:00Z", "end", "2020-02-01T00:00Z")
                        .valueMap())
                .containsEntry("start", "2020-01-01T00:00:00Z")
                .containsEntry("end", "2020-02-01T01:00:00Z")
                .containsEntry("step", "day")
                .containsEntry("success", 0)
                .containsEntry("failure", 0)
                .containsEntry("statistics", List.of());
    }

    @Test
    void rowsAreFoundByColumns() {
        admin.post("/token/init", "type", "spass", "serial", "AUDIT7", "pin", "x");
        tenant.anyone().check("serial", "AUDIT7", "x");
        tenant.anyone().check("serial", "AUDIT7", "y");

        assertThat(count("action", "POST*", "serial", "AUDIT7")).isEqualTo(3);
        assertThat(count("action", "POST*", "serial", "AUDIT7", "success", "1")).isEqualTo(2);
        assertThat(count("action", "POST*", "serial", "AUDIT7", "success", "0")).isEqualTo(1);
        assertThat(count("action", "POST*", "serial", "*UDIT7", "token_type", "spa*"))
                .isEqualTo(2);
        assertThat(count("serial", "AUDIT7", "action", "*check")).isEqualTo(2);
        assertThat(count("action", "POST*", "serial", "AUDIT7", "administrator", "audit-admin"))
                .isEqualTo(1);
        assertThat(count("action", "POST*", "serial", "AUDIT7", "info", "matching*"))
                .isEqualTo(1);
        assertThat(count("action", "POST*", "serial", "AUDIT7", "client", "127.0.0.1", "edumfa_server", "tested"))
                .isEqualTo(3);
        assertThat(count("action", "POST*", "serial", "AUDIT7", "client", "10.*"))
                .isEqualTo(0);
        assertThat(count("action", "POST*", "serial", "AUDIT7", "user", "*", "realm", ""))
                .isEqualTo(3);
        assertThat(count("action", "POST*", "serial", "AUDIT7", "nosuchcolumn", "x"))
                .isEqualTo(3);
        assertThat(count("action", "POST*", "serial", "AUDIT7", "timelimit", "1h"))
                .isEqualTo(3);
        assertThat(count("action", "POST*", "serial", "AUDIT7", "date", "20*")).isEqualTo(3);
        assertThat(count("action", "POST*", "serial", "AUDIT7", "date", "19*")).isEqualTo(0);
    }

    @Test
    void rowsComeInPagesTheNewestFirst() {
        for (int time = 0; time < 3; time++) {
            admin.post("/token/disable/AUDIT8-" + time);
        }

        assertThat(rows("action", "POST*", "serial", "AUDIT8-*"))
                .extracting(row -> row.get("serial"))
                .containsExactly("AUDIT8-2", "AUDIT8-1", "AUDIT8-0");
        assertThat(rows("action", "POST*", "serial", "AUDIT8-*", "sortorder", "asc"))
                .extracting(row -> row.get("serial"))
                .containsExactly("AUDIT8-0", "AUDIT8-1", "AUDIT8-2");
        Map<String, Object> page = tenant.admin()
                .get("/audit/", "action", "POST*", "serial", "AUDIT8-*", "page_size", "1", "page", "2")
                .valueMap();
        assertThat(page)
                .containsEntry("count", 3)
                .containsEntry("current", 2)
                .containsEntry("prev", 1)
                .containsEntry("next", 3);
        assertThat(rows("action", "POST*", "serial", "AUDIT8-*", "page_size", "1", "page", "2"))
                .extracting(row -> row.get("serial"))
                .containsExactly("AUDIT8-1");
    }

    @Test
    void rowsAsCsvComeTheOldestFirst() {
        admin.post("/token/disable/AUDIT9-it's");
        admin.post("/token/disable/AUDIT9-B");

        Answer answer = tenant.admin().get("/audit/rows.csv", "action", "POST*", "serial", "AUDIT9-*");

        String line = "'\\d+','%1$s','OK','(OK|FAIL)','POST /token/disable/<serial>','0','%2$s','None','None','None',"
                + "'None','audit-admin','','The requested token could not be found.','tested','None','127.0.0.1',"
                + "'None','None','%1$s','[0-9.e-]+','\\d+'\n";
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("text/csv;charset=utf-8");
        assertThat(answer.body()).matches(line.formatted(TIME, "AUDIT9-it''s") + line.formatted(TIME, "AUDIT9-B"));
    }

    @Test
    void theCommandLineGetsTheLinesThatClientsGet() {
        admin.post("/token/disable/AUDIT10");
        admin.get("/tokengroup/");
        String line = admin.get("/audit/rows.csv", "serial", "AUDIT10", "action", "POST*")
                .body();
        AuditLines audit = server.bean(AuditLines.class);
        List<String> all = new ArrayList<>();
        List<String> recent = new ArrayList<>();
        List<String> none = new ArrayList<>();

        audit.read(null, all::add);
        audit.read(Duration.ofHours(1), recent::add);
        audit.read(Duration.ZERO, none::add);

        assertThat(all).containsOnlyOnce(line);
        assertThat(recent).containsOnlyOnce(line);
        assertThat(none).doesNotContain(line);
    }

    @Test
    void whatIsNoSearchIsRefused() {
        ApiClient any = tenant.admin();

        assertRefusal(any.get("/audit/", "page", "x"), 400, 905, "ERR905: Parameter 'page' must be a number");
        assertRefusal(any.get("/audit/", "page_size", "x"), 400, 905, "ERR905: Parameter 'page_size' must be a number");
        assertRefusal(
                any.get("/audit/", "page_size", "-1"), 400, 905, "ERR905: Parameter 'page_size' must be at least 0");
        assertRefusal(
                any.get("/audit/", "timelimit", "soon"),
                400,
                905,
                "ERR905: Parameter 'timelimit' must be a number with one of s, m, h, d, y behind it");
        assertRefusal(
                any.get("/audit/verify", "from", "0"),
                400,
                905,
                "ERR905: Parameter 'from' must be a number from 1 to 2147483647");
        assertRefusal(
                any.get("/audit/verify", "limit", "100001"),
                400,
                905,
                "ERR905: Parameter 'limit' must be a number from 1 to 100000");
        assertRefusal(
                any.get("/audit/statistics", "step", "x"),
                400,
                905,
                "ERR905: Parameter 'step' must be one of hour, day, week, month, year");
        assertThat(any.get("/audit/", "timelimit", "999999999y").status()).isEqualTo(200);
        assertRefusal(
                any.get("/audit/a%20b"),
                400,
                905,
                "ERR905: The name of the file may hold letters, digits, dots and hyphens only");
    }
}
