package org.symbolon.endtoend.audit;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.symbolon.cli.admin.Administrators;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PasswdFile;
import org.symbolon.endtoend.harness.Tenant;

/** A server whose audit is looked at, and the rows that a test left there. */
abstract class AuditRows {

    static final String REALM = "audit";
    static final String TIME = "[-0-9]{10}T[:0-9]{8}([.][0-9]{6})?";

    static final String ROW =
            """
            {'number': '<int>', 'date': '~%1$s', 'startdate': '~%1$s', 'duration': '<number>', 'sig_check': 'OK',
             'missing_line': '~OK|FAIL', 'success': 1, 'serial': null, 'token_type': null, 'user': null, 'realm': null,
             'resolver': null, 'administrator': 'audit-admin', 'action_detail': '', 'info': '',
             'edumfa_server': 'tested', 'policies': null, 'client': '127.0.0.1', 'log_level': null,
             'clearance_level': null, 'thread_id': '~[0-9]+'}
            """
                    .formatted(TIME);
    InProcessServer server;
    Tenant tenant;
    ApiClient admin;
    ApiClient rowsAdmin;
    Path passwdFile;

    @BeforeAll
    void prepare(InProcessServer shared, Path folder) {
        server = shared;
        tenant = Tenant.create(shared, REALM, folder, 8);
        admin = administrator("audit-admin", "Audit-Secret-1");
        rowsAdmin = administrator("audit-rows", "Audit-Secret-2");
        passwdFile = PasswdFile.write(folder, 8);
    }

    /** Both classes of tests may meet the same server. */
    private ApiClient administrator(String name, String password) {
        Administrators administrators = server.bean(Administrators.class);
        if (administrators.list().stream().noneMatch(known -> known.name().equals(name))) {
            administrators.add(name, password, "");
        }
        return ApiClient.loggedIn(server.port(), name, password);
    }

    List<Map<String, Object>> rows(String... parameters) {
        return tenant.admin().get("/audit/", parameters).rows("auditdata");
    }

    long count(String... parameters) {
        return ((Number) tenant.admin().get("/audit/", parameters).valueMap().get("count")).longValue();
    }
}
