package org.symbolon.command.eventhandler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.eventhandler.module.HandlerModule;
import org.symbolon.command.eventhandler.module.HandlerModules;
import org.symbolon.command.eventhandler.module.Option;
import org.symbolon.command.support.FakeVault;
import org.symbolon.events.eventhandler.HandlerDefinition;
import org.symbolon.events.shared.ConfigEntry;

/** Each option of each action of each module has a say in what is done: without it something else is done, or nothing. */
class HandlerOptionsTest {

    private static final String SCRIPT = "any.sh";

    /** All that was changed before a handler's turn is written when that begins; and a text message has one kind of recipient. */
    private static final Set<String> WITHOUT_A_SAY =
            Set.of("Script any.sh sync_to_database", "UserNotification sendsms To");

    /** A line for each action, or several: the module, the action, and options; behind a star those that others need to have a say. */
    private static final String ACTIONS =
            """
            UserNotification | sendmail | emailconfig=post; mimetype=html; attach_qrcode=1; subject=s; reply_to=email; reply_to email=a@b; body=<&>{description}; To=email; To email=c@d
            UserNotification | sendmail | *emailconfig=post; *reply_to=admin realm; reply_to admin realm=super; *To=admin realm; To admin realm=super
            UserNotification | sendmail | *emailconfig=post; *reply_to=internal admin; reply_to internal admin=admin; *To=internal admin; To internal admin=admin
            UserNotification | sendmail | *emailconfig=post; *reply_to=tokenowner; To=logged_in_user
            UserNotification | sendmail | *emailconfig=post; reply_to=logged_in_user
            UserNotification | sendsms | smsconfig=gate; body={serial}; *To=tokenowner
            UserNotification | savefile | body={serial}; filename={serial}.txt
            UserNotification | sendmail | *emailconfig=post; template=token-locked; language=de; contact=help
            UserNotification | sendmail | *emailconfig=post; *template=token-locked; language_attribute=tongue
            UserNotification | sendsms | *smsconfig=gate; *To=tokenowner; template=token-locked; language=de; contact=help
            UserNotification | sendsms | *smsconfig=gate; *To=tokenowner; *template=token-locked; language_attribute=tongue
            UserNotification | savefile | *filename=a; template=token-locked; language=de; contact=help
            UserNotification | savefile | *filename=a; *template=token-locked; language_attribute=tongue
            Token | set tokenrealm | realm=other; only_realm=1
            Token | delete |
            Token | unassign |
            Token | disable |
            Token | enable |
            Token | set random pin | length=9
            Token | enroll | tokentype=sms; user=1; realm=other; dynamic_phone=1; sms_identifier=gate; additional_params=a: b
            Token | enroll | tokentype=email; *user=1; dynamic_email=1; smtp_identifier=post
            Token | enroll | *tokentype=motp; *user=1; motppin=1234
            Token | set description | description=lost
            Token | set validity | valid from=+1d; valid till=+2d
            Token | set countwindow | count window=7
            Token | set tokeninfo | key=colour; value=red
            Token | delete tokeninfo | key=colour
            Token | set failcounter | fail counter=4
            Token | change failcounter | change fail counter=+2
            Token | set max failcount | max failcount=3
            Token | add tokengroup | tokengroup=lent
            Token | remove tokengroup | tokengroup=lent
            Token | attach application | application=ssh; machine ID=192.0.2.1; service_id=web; user=root
            Token | attach application | *application=offline; count=10; rounds=1000
            Token | attach application | *application=luks; slot=3; partition=/dev/sda
            Federation | forward | eduMFA=other; realm=far; resolver=farther; forward_client_ip=1; forward_authorization_token=1
            Script | any.sh | background=wait; raise_error=1; serial=1; user=1; realm=1; logged_in_user=1; logged_in_role=1
            Counter | increase_counter | counter_name=a
            Counter | decrease_counter | counter_name=a; allow_negative_values=1
            Counter | reset_counter | counter_name=a
            RequestMangler | set | parameter=serial; value={0}; match_parameter=serial; match_pattern=TO(.*)
            RequestMangler | delete | parameter=realm
            ResponseMangler | set | JSON pointer=/a/b; type=integer; value=7
            ResponseMangler | delete | JSON pointer=/a/b
            Logging | logging | name=mine; message={serial}; level=ERROR
            CustomUserAttributes | set_custom_user_attributes | attrkey=a; attrvalue=b
            CustomUserAttributes | set_custom_user_attributes | user=logged_in_user; *attrkey=a; *attrvalue=b
            CustomUserAttributes | delete_custom_user_attributes | user=logged_in_user; attrkey=a
            WebHook | post_webhook | URL=https://hook; content_type=urlendcode; replace=1; data={token_serial}
            """;

    /** One line of the table. */
    record Line(String module, String action, Map<String, String> options, Set<String> needed) {

        static Line read(String line) {
            String[] parts = line.split("\\|", -1);
            Map<String, String> options = new TreeMap<>();
            Set<String> needed = new TreeSet<>();
            for (String part : parts[2].split(";")) {
                String option = part.strip();
                int equals = option.indexOf('=');
                if (equals > 0) {
                    String name = option.substring(option.startsWith("*") ? 1 : 0, equals);
                    options.put(name, option.substring(equals + 1));
                    if (option.startsWith("*")) {
                        needed.add(name);
                    }
                }
            }
            return new Line(parts[0].strip(), parts[1].strip(), options, needed);
        }
    }

    static Stream<Line> lines() {
        return ACTIONS.lines().map(Line::read);
    }

    private static Object done(Line line, Map<String, String> options) {
        HandledWorld world = new HandledWorld().token("TOTP1", 3, Map.of()).parameter("serial", "TOTP1");
        world.answer.put("detail", Map.of("googleurl", Map.of("img", "data:picture")));
        world.lookups.info.put("tongue", "de");
        Map<String, ConfigEntry> entries = new HashMap<>();
        options.forEach((name, value) -> entries.put(name, ConfigEntry.plain(value)));
        HandlerDefinition definition = new HandlerDefinition(
                "some", true, List.of("token_disable"), line.module(), line.action(), "post", 0, Map.of());
        try {
            return new Listener(3, definition, entries).deeds(world.request(), new FakeVault());
        } catch (Refusal refusal) {
            return refusal.getMessage();
        }
    }

    @ParameterizedTest
    @MethodSource("lines")
    void everyOptionHasASay(Line line) {
        Object whole = done(line, line.options());
        assertThat(whole).isInstanceOf(List.class).asString().isNotEqualTo("[]");

        for (String option : line.options().keySet()) {
            Map<String, String> less = new TreeMap<>(line.options());
            less.remove(option);
            if (!line.needed().contains(option)) {
                assertThat(done(line, less)).as("without " + option).isNotEqualTo(whole);
            }
        }
    }

    @Test
    void everyActionAndEveryOptionOfItIsInTheTable() {
        Map<String, Set<String>> tried = lines().collect(Collectors.toMap(
                line -> line.module() + " " + line.action(),
                line -> line.options().keySet().stream()
                        .filter(option -> !line.needed().contains(option))
                        .collect(Collectors.toSet()),
                (one, other) -> Stream.of(one, other).flatMap(Set::stream).collect(Collectors.toSet())));

        assertThat(tried).containsExactlyInAnyOrderEntriesOf(wanted());
    }

    private static Map<String, Set<String>> wanted() {
        Map<String, Set<String>> wanted = new TreeMap<>();
        for (HandlerModule module : HandlerModules.all()) {
            module.actions()
                    .forEach((action, options) ->
                            wanted.put(module.name() + " " + action, names(module, action, options)));
            module.scriptOptions()
                    .ifPresent(options -> wanted.put(module.name() + " " + SCRIPT, names(module, SCRIPT, options)));
        }
        return wanted;
    }

    private static Set<String> names(HandlerModule module, String action, List<Option> options) {
        return options.stream()
                .map(Option::name)
                .filter(name -> !WITHOUT_A_SAY.contains(module.name() + " " + action + " " + name))
                .collect(Collectors.toSet());
    }
}
