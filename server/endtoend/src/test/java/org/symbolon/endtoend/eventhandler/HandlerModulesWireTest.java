package org.symbolon.endtoend.eventhandler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.symbolon.connectors.sms.HttpGatewayDouble;
import org.symbolon.endtoend.harness.Answer;

/** What each module does, as people and programs outside see it. */
class HandlerModulesWireTest extends HandledServer {

    private static List<HttpGatewayDouble.Asked> askedAt(String path) {
        return outside.asked().stream()
                .filter(asked -> asked.target().startsWith(path))
                .toList();
    }

    @Test
    void aWebHookThatRefusesIsTriedAgainWhenSomebodyHasMendedIt() {
        enrol("HOOK1", "user15");
        outside.answers(404, "no such hook");
        int handler = handler(
                "token_disable",
                "WebHook",
                "post_webhook",
                "option.URL",
                "http://127.0.0.1:" + outside.port() + "/hook",
                "option.content_type",
                "json",
                "option.replace",
                "1",
                "option.data",
                "{token_owner} has \"{token_serial}\" off",
                "conditions",
                "{\"serial\": \"HOOK1\", \"logged_in_user\": \"admin\"}");

        admin.post("/token/disable/HOOK1");

        until(() -> !failures(handler).isEmpty());
        assertThat(failures(handler).get(0)).containsEntry("reason", "the web hook answers with 404");
        outside.answers(200, "ok");
        String failed =
                "/event/" + handler + "/failures/" + failures(handler).get(0).get("effect");
        assertValue(admin.post(failed), "true");
        until(() -> askedAt("/hook").size() == 2);
        assertThat(askedAt("/hook").get(1).body()).isEqualTo("\"Given15 has \\\"HOOK1\\\" off\"");
        until(() -> failures(handler).isEmpty());
        assertThat(admin.post(failed).status()).isEqualTo(404);
    }

    @Test
    void whatWasGivenUpIsForgottenWhenNobodyWantsIt() {
        enrol("HOOK2", "user16");
        int handler = handler(
                "token_disable",
                "WebHook",
                "post_webhook",
                "option.URL",
                "nowhere",
                "option.content_type",
                "json",
                "option.data",
                "x",
                "conditions",
                where("serial", "HOOK2"));
        admin.post("/token/disable/HOOK2");
        until(() -> !failures(handler).isEmpty());
        String failed =
                "/event/" + handler + "/failures/" + failures(handler).get(0).get("effect");

        assertThat(admin.delete("/event/" + (handler + 1000) + "/failures/"
                                + failures(handler).get(0).get("effect"))
                        .status())
                .isEqualTo(404);
        assertValue(admin.delete(failed), "true");

        assertValue(admin.get("/event/" + handler + "/failures"), "[]");
    }

    private static void script(String name, String text) throws IOException {
        Path script = Files.writeString(folder.resolve("scripts").resolve(name), "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void aScriptIsToldOfTheRequestAndNothingElse() throws Exception {
        enrol("SCRIPT1", "user17");
        script("told.sh", "echo \"$@\" > told.out; env > told.env");
        handler(
                "token_disable",
                "Script",
                "told.sh",
                "option.background",
                "wait",
                "option.serial",
                "1",
                "option.user",
                "1",
                "option.realm",
                "1",
                "option.logged_in_user",
                "1",
                "option.logged_in_role",
                "1",
                "conditions",
                where("serial", "SCRIPT1"));

        assertThat(admin.post("/token/disable/SCRIPT1").status()).isEqualTo(200);

        assertThat(folder.resolve("scripts/told.out"))
                .hasContent(
                        "--serial SCRIPT1 --user user17 --realm handled --logged_in_user admin@none --logged_in_role admin");
        assertThat(Files.readString(folder.resolve("scripts/told.env"))).doesNotContain("HOME=", "JAVA");
    }

    @Test
    void aScriptThatFailsRefusesTheRequestWhereThatIsWanted() throws Exception {
        enrol("SCRIPT2", "user18");
        script("fails.sh", "exit 3");
        handler(
                "token_disable",
                "Script",
                "fails.sh",
                "position",
                "pre",
                "option.background",
                "wait",
                "option.raise_error",
                "1",
                "conditions",
                where("serial", "SCRIPT2"));

        assertRefusal(admin.post("/token/disable/SCRIPT2"), 400, 903, "ERR903: Error during execution of the script.");

        assertThat(listed("SCRIPT2")).containsEntry("active", true);
    }

    @Test
    void aScriptInTheBackgroundIsRunAfterTheAnswer() throws Exception {
        enrol("SCRIPT3", "user19");
        script("later.sh", "echo done > later.out");
        handler(
                "token_disable",
                "Script",
                "later.sh",
                "option.background",
                "background",
                "conditions",
                where("serial", "SCRIPT3"));

        admin.post("/token/disable/SCRIPT3");

        until(() -> Files.exists(folder.resolve("scripts/later.out")));
    }

    @Test
    void aRequestIsPassedOnAndTheOtherServersAnswerCounts() {
        admin.post("/edumfaserver/other", "url", "http://127.0.0.1:" + outside.port() + "/mfa", "tls", "0");
        outside.answers(
                200,
                "{\"id\": 1, \"result\": {\"status\": true, \"value\": true}, \"detail\": {\"message\": \"far\"}}");
        handler(
                "validate_check",
                "Federation",
                "forward",
                "option.eduMFA",
                "other",
                "option.realm",
                "farrealm",
                "option.forward_client_ip",
                "1",
                "conditions",
                where("result_value", "False"));

        Answer answer = tenant.check("user20", "far");

        assertThat(answer.value()).isEqualTo(true);
        assertThat(answer.detail())
                .containsEntry("message", "far")
                .containsEntry("origin", "http://127.0.0.1:" + outside.port() + "/mfa/validate/check");
        assertThat(askedAt("/mfa/validate/check").get(0).body())
                .contains("user=user20", "realm=farrealm", "client=127.0.0.1");
    }

    @Test
    void tokensAreChangedAndEnrolled() {
        enrol("TOKEN1", "user21");
        String about = where("serial", "TOKEN1");
        handler(
                "token_disable",
                "Token",
                "set description",
                "option.description",
                "off since {now}",
                "conditions",
                about);
        handler("token_disable", "Token", "set failcounter", "option.fail counter", "4", "conditions", about);
        handler(
                "token_disable",
                "Token",
                "change failcounter",
                "option.change fail counter",
                "-1",
                "ordering",
                "1",
                "conditions",
                about);
        handler("token_disable", "Token", "set validity", "option.valid till", "+7d", "conditions", about);
        handler("token_disable", "Token", "set random pin", "option.length", "8", "conditions", about);
        handler(
                "token_disable",
                "Token",
                "enroll",
                "option.tokentype",
                "registration",
                "option.user",
                "1",
                "conditions",
                about);

        Answer answer = admin.post("/token/disable/TOKEN1");

        assertThat((String) answer.detail().get("pin")).hasSize(8);
        Map<String, Object> token = listed("TOKEN1");
        assertThat((String) token.get("description")).startsWith("off since 20");
        assertThat(token).containsEntry("failcount", 3);
        assertThat(admin.get("/token/", "user", "user21", "realm", REALM, "type", "registration")
                        .rows("tokens"))
                .hasSize(1);
        admin.post("/token/enable/TOKEN1");
        admin.post("/token/reset/TOKEN1");
        assertThat(tenant.check("user21", answer.detail().get("pin") + "secret").isAccepted())
                .isTrue();
    }

    @Test
    void anAttributeOfTheOwnerIsSetAndDeleted() {
        enrol("ATTR1", "user22");
        String about = where("serial", "ATTR1");
        handler(
                "token_disable",
                "CustomUserAttributes",
                "set_custom_user_attributes",
                "option.user",
                "tokenowner",
                "option.attrkey",
                "off",
                "option.attrvalue",
                "yes",
                "conditions",
                about);
        handler(
                "token_enable",
                "CustomUserAttributes",
                "delete_custom_user_attributes",
                "option.user",
                "tokenowner",
                "option.attrkey",
                "off",
                "conditions",
                about);

        admin.post("/token/disable/ATTR1");
        assertThat(admin.get("/user/attribute", "user", "user22", "realm", REALM, "key", "off")
                        .value())
                .isEqualTo("yes");
        admin.post("/token/enable/ATTR1");

        assertThat(admin.get("/user/attribute", "user", "user22", "realm", REALM, "key", "off")
                        .value())
                .isNull();
    }

    @Test
    void aDeletedTokenIsGoneWithTheRequestThatLedToIt() {
        enrol("DELETE1", "user23");
        handler(
                "validate_check",
                "Token",
                "delete",
                "conditions",
                "{\"serial\": \"DELETE1\", \"count_auth_success\": \">=1\"}");

        assertThat(tenant.check("user23", "pinsecret").isAccepted()).isTrue();

        assertThat(admin.get("/token/", "serial", "DELETE1").rows("tokens")).isEmpty();
    }
}
