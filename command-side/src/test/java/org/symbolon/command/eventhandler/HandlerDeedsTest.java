package org.symbolon.command.eventhandler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.eventhandler.deed.Deed;
import org.symbolon.command.eventhandler.effect.NotificationFile;
import org.symbolon.command.eventhandler.effect.NotificationMail;
import org.symbolon.command.eventhandler.effect.ScriptRun;
import org.symbolon.command.eventhandler.effect.WebHookCall;
import org.symbolon.command.support.FakeVault;
import org.symbolon.command.token.ChangeTokenRealms;
import org.symbolon.command.token.DescribeToken;
import org.symbolon.command.token.DisableTokens;
import org.symbolon.command.token.SetFailCounter;
import org.symbolon.command.token.SetTokenInfo;
import org.symbolon.events.eventhandler.HandlerDefinition;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.events.shared.Secret;

/** What handlers want done about a request. */
class HandlerDeedsTest {

    private final HandledWorld world =
            new HandledWorld().token("TOTP1", 3, Map.of()).parameter("serial", "TOTP1");

    private static Listener listener(String module, String action, String... options) {
        Map<String, ConfigEntry> entries = new HashMap<>();
        for (int index = 0; index < options.length; index += 2) {
            entries.put(options[index], ConfigEntry.plain(options[index + 1]));
        }
        return new Listener(
                3,
                new HandlerDefinition(
                        "some", true, List.of("token_disable"), module, action, "post", 0, Map.of("serial", "TOTP")),
                entries);
    }

    private List<Deed> deeds(String module, String action, String... options) {
        return listener(module, action, options).deeds(world.request(), new FakeVault());
    }

    private Object command(String action, String... options) {
        return ((Deed.Order) deeds("Token", action, options).get(0)).command();
    }

    private NotificationMail mail(String... options) {
        return (NotificationMail)
                ((Deed.Cause) deeds("UserNotification", "sendmail", options).get(0)).effect();
    }

    @Test
    void tokensAreChangedByCommands() {
        assertThat(command("disable")).isEqualTo(new DisableTokens(List.of("TOTP1")));
        assertThat(command("set tokenrealm", "realm", "Other"))
                .isEqualTo(new ChangeTokenRealms("TOTP1", List.of("other", "realm1", "realm2")));
        assertThat(command("set tokenrealm", "realm", "other", "only_realm", "1"))
                .isEqualTo(new ChangeTokenRealms("TOTP1", List.of("other")));
        assertThat(command("set description", "description", "{client_ip} at {now}+1h"))
                .isEqualTo(new DescribeToken("TOTP1", "10.1.2.3 at 2026-12-01 09:00:00.000000+0000"));
        assertThat(command("set validity", "valid from", "+1d"))
                .isEqualTo(new SetTokenInfo("TOTP1", Map.of("validity_period_start", "2026-12-02T08:00+0000")));
        assertThat(command("change failcounter", "change fail counter", "-5"))
                .isEqualTo(new SetFailCounter("TOTP1", 0));
        assertThat(command("change failcounter", "change fail counter", "+2"))
                .isEqualTo(new SetFailCounter("TOTP1", 5));
    }

    @Test
    void withoutATokenNothingIsDone() {
        world.parameters.clear();

        assertThat(deeds("Token", "delete")).containsExactly(new Deed.Nothing("the request is about no token", true));
    }

    @Test
    void eachOfSeveralTokensIsChanged() {
        world.parameter("serial", "ONE,TWO");

        assertThat(deeds("Token", "delete"))
                .extracting(Deed::told)
                .containsExactly("delete token ONE", "delete token TWO");
    }

    @Test
    void aTokenIsEnrolledForTheOwnerWithWhatIsKnownOfHim() {
        Deed.Enrol enrolment = (Deed.Enrol) deeds(
                        "Token",
                        "enroll",
                        "tokentype",
                        "sms",
                        "user",
                        "1",
                        "sms_identifier",
                        "gate",
                        "additional_params",
                        "{a: 'b'}")
                .get(0);

        assertThat(enrolment.command().parameters())
                .isEqualTo(Map.of("type", "sms", "genkey", "1", "phone", "0151", "sms.identifier", "gate", "a", "b"));
        assertThat(enrolment.command().terms().text("sms_gateways")).contains("gate");
        assertThat(enrolment.command().owner()).isEqualTo(FakeLookups.EMMA.asOwner());
        assertThat(enrolment.told()).isEqualTo("enrol a token of the type sms for emma");
    }

    @Test
    void withoutTheOwnerATokenHasTheRealmAndNothingElse() {
        Deed.Enrol enrolment = (Deed.Enrol)
                deeds("Token", "enroll", "tokentype", "hotp", "realm", "Realm1", "additional_params", "a: b")
                        .get(0);

        assertThat(enrolment.command().parameters()).isEqualTo(Map.of("type", "hotp", "genkey", "1"));
        assertThat(enrolment.command().realm()).isEqualTo("realm1");
    }

    @Test
    void aMailGoesToItsRecipientsWithItsTags() {
        NotificationMail mail = mail(
                "emailconfig",
                "post",
                "subject",
                "{serial}\n{tokentype}",
                "body",
                "{{{recipient_givenname}}} {username}@{userrealm}",
                "To",
                "email",
                "To email",
                "a@example.org, b@example.org,",
                "reply_to",
                "internal admin",
                "reply_to internal admin",
                "admin");

        assertThat(mail.addresses()).containsExactly("a@example.org", "b@example.org");
        assertThat(mail.subject().reveal()).isEqualTo("TOTP1 totp");
        assertThat(mail.text().reveal()).isEqualTo("{} emma@realm1");
        assertThat(mail.replyTo().reveal()).isEqualTo("admin@example.org");
    }

    @ParameterizedTest
    @CsvSource({
        "tokenowner, '', emma@example.org",
        "logged_in_user, '', admin@example.org",
        "internal admin, admin, admin@example.org",
        "admin realm, super, 'one@example.org\ntwo@example.org'"
    })
    void everyKindOfRecipientIsFound(String kind, String detail, String addresses) {
        assertThat(mail("emailconfig", "post", "body", "x", "To", kind, "To " + kind, detail)
                        .recipients()
                        .reveal())
                .isEqualTo(addresses);
    }

    @Test
    void whereNobodyIsFoundNobodyGetsAMail() {
        assertThat(deeds(
                        "UserNotification",
                        "sendmail",
                        "emailconfig",
                        "post",
                        "To",
                        "internal admin",
                        "To internal admin",
                        "nobody"))
                .containsExactly(new Deed.Nothing("nobody is found to send a mail to", true));
    }

    @Test
    void valuesAreNoPartOfAPageButThePictureIs() {
        world.answer.put("detail", Map.of("googleurl", Map.of("value", "otpauth://x?a&b", "img", "data:<png>")));

        NotificationMail mail = mail(
                "emailconfig",
                "post",
                "mimetype",
                "html",
                "attach_qrcode",
                "1",
                "body",
                "{description} {googleurl_value} {googleurl_img}");

        assertThat(mail.text().reveal()).isEqualTo("the &lt;b&gt;phone&lt;/b&gt; otpauth://x?a&amp;b data:<png>");
        assertThat(mail.image().reveal()).isEqualTo("data:<png>");
    }

    @ParameterizedTest
    @CsvSource({"{unknown}", "{serial.length}", "{serial[0]}", "{serial:>9}", "{serial!r}", "{random}", "{", "}"})
    void aTagIsANameAndNothingElse(String body) {
        assertThatThrownBy(() -> mail("emailconfig", "post", "body", body)).isInstanceOf(Refusal.class);
    }

    @Test
    void aTemplateMayBeAFileOfTheFolderOfTemplates() {
        assertThat(mail("emailconfig", "post", "body", "file:mail.txt").text().reveal())
                .isEqualTo("Dear Emma");
        assertThatThrownBy(() -> mail("emailconfig", "post", "body", "file:/etc/passwd"))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void theNameOfAFileHasTags() {
        NotificationFile file = (NotificationFile)
                ((Deed.Cause) deeds("UserNotification", "savefile", "filename", "//{serial}/{random}", "body", "{user}")
                                .get(0))
                        .effect();

        assertThat(file.path().reveal()).matches("TOTP1/[0-9A-Za-z]{16}");
        assertThat(file.text().reveal()).isEqualTo("Emma");
    }

    private WebHookCall hook(String... options) {
        String[] whole = Stream.concat(Stream.of("URL", "https://hook"), Stream.of(options))
                .toArray(String[]::new);
        return (WebHookCall)
                ((Deed.Cause) deeds("WebHook", "post_webhook", whole).get(0)).effect();
    }

    @Test
    void aWebHookGetsOneTextOfJson() {
        WebHookCall call =
                hook("content_type", "json", "replace", "1", "data", "{token_serial} of {token_owner}\n\"{surname}\"");

        assertThat(call.body().reveal()).isEqualTo("\"TOTP1 of Emma\\n\\\"Muster\\\"\"");
    }

    @Test
    void whatCannotBeFilledInIsSentAsItIs() {
        WebHookCall call = hook("content_type", "urlendcode", "replace", "1", "data", "{\"a\": {surname}}");

        assertThat(call.body().reveal()).isEqualTo("{\"a\": {surname}}");
    }

    @Test
    void aScriptIsToldWhatItIsToKnow() {
        List<Deed> background =
                deeds("Script", "do.sh", "background", "background", "serial", "1", "logged_in_user", "1");

        assertThat(((Deed.Cause) background.get(0)).effect())
                .isEqualTo(new ScriptRun("do.sh", List.of("--serial", "TOTP1", "--logged_in_user", "admin@none")));
        assertThat(deeds("Script", "do.sh", "background", "wait", "user", "1", "raise_error", "1"))
                .containsExactly(new Deed.Run("do.sh", List.of("--user", "emma"), true));
    }

    @Test
    void aParameterIsSetFromTheGroupsOfAnother() {
        world.parameter("user", "emma@example");

        assertThat(deeds(
                        "RequestMangler",
                        "set",
                        "parameter",
                        "realm",
                        "value",
                        "{1}-{0}",
                        "match_parameter",
                        "user",
                        "match_pattern",
                        "(.*)@(.*)"))
                .containsExactly(new Deed.Parameter("realm", Optional.of(Secret.of("example-emma"))));
        assertThat(deeds(
                        "RequestMangler",
                        "set",
                        "parameter",
                        "realm",
                        "value",
                        "{2}",
                        "match_parameter",
                        "user",
                        "match_pattern",
                        "(.*)@(.*)"))
                .containsExactly(new Deed.Nothing("the pattern has too few groups", true));
        assertThat(deeds(
                        "RequestMangler",
                        "set",
                        "parameter",
                        "realm",
                        "value",
                        "x",
                        "match_parameter",
                        "user",
                        "match_pattern",
                        "emma"))
                .containsExactly(new Deed.Nothing("the parameter user does not match", true));
        assertThat(deeds("RequestMangler", "delete", "parameter", "realm"))
                .containsExactly(new Deed.Parameter("realm", Optional.empty()));
    }

    @Test
    void anAnswerIsChangedAtOneToThreePlaces() {
        assertThat(deeds("ResponseMangler", "set", "JSON pointer", "/a/b", "type", "integer", "value", "7"))
                .containsExactly(new Deed.Change(List.of("a", "b"), Optional.of(7L)));
        assertThat(deeds("ResponseMangler", "set", "JSON pointer", "/a", "type", "integer", "value", "seven"))
                .containsExactly(new Deed.Change(List.of("a"), Optional.of("seven")));
        assertThat(deeds("ResponseMangler", "set", "JSON pointer", "/a/b/c", "type", "bool", "value", "False"))
                .containsExactly(new Deed.Change(List.of("a", "b", "c"), Optional.of(false)));
        assertThat(deeds("ResponseMangler", "delete", "JSON pointer", "/a/b/c/d"))
                .containsExactly(new Deed.Nothing("the pointer must have one to three parts", true));
    }

    @Test
    void aLineInTheLogTellsNothingSecretAndStaysALine() {
        world.answer.put("detail", Map.of("pin", "1234"));
        world.answer.put("result", Map.of("value", true));
        world.parameter("value", "a\nb");

        assertThat(deeds("Logging", "logging", "message", "{pin} {result_value} {request_value} {serial}"))
                .containsExactly(new Deed.Log("edumfa-eventlogger", "INFO", "None True a b TOTP1"));
    }

    @Test
    void optionsAreShownWithoutTheirSecrets() {
        Listener listener = listener("WebHook", "post_webhook", "URL", "https://me:secret@hook/", "data", "it's");

        assertThat(listener.printedOptions()).isEqualTo("{'URL': 'https://***@hook/', 'data': 'it\\'s'}");
        assertThat(listener.actor()).isEqualTo("event handler 3 some");
    }

    @Test
    void allConditionsMustHold() {
        assertThat(listener("Token", "delete").concerns(world.request())).isTrue();
        world.parameter("serial", "HOTP1");
        assertThat(listener("Token", "delete").concerns(world.request())).isFalse();
        assertThat(listener("Token", "delete").findings(world.request())).isEqualTo(Map.of("serial", false));
    }
}
