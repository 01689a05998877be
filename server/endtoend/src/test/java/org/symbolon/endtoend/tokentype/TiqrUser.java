package org.symbolon.endtoend.tokentype;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.symbolon.command.tokentype.tiqr.SoftTiqr;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.Tenant;

/** Somebody with the tiqr app on his telephone. */
final class TiqrUser {

    private static final String PATH = "/ttype/tiqr";

    private final Tenant tenant;
    private final SoftTiqr app;

    TiqrUser(Tenant tenant, String secret) {
        this.tenant = tenant;
        this.app = new SoftTiqr(this::called, secret);
    }

    /** Telephones reach the server where it is. */
    static void define(ApiClient admin) {
        admin.post("/system/setConfig", "tiqr.regServer", admin.address() + PATH);
    }

    private String called(String address, Map<String, String> fields) {
        assertThat(address).isEqualTo(tenant.admin().address() + PATH);
        String[] pairs = fields.entrySet().stream()
                .flatMap(one -> Stream.of(one.getKey(), one.getValue()))
                .toArray(String[]::new);
        return tenant.anyone().post(PATH, pairs).body();
    }

    SoftTiqr app() {
        return app;
    }

    /** He gets a token, and his app takes it. */
    void enrol(String serial, String user, String... more) {
        Answer begun = tenant.enrol(serial, user, ApiClient.joined(more, "type", "tiqr"));
        assertThat(begun.value()).as(begun.body()).isEqualTo(true);
        assertThat(app.enrol(address(begun))).isEqualTo("OK");
    }

    static String address(Answer begun) {
        return ((Map<?, ?>) begun.detail().get("tiqrenroll")).get("value").toString();
    }

    /** What a log-in shows him. */
    static String question(Answer asked) {
        return ((Map<?, ?>) asked.detail().get("attributes")).get("value").toString();
    }
}
