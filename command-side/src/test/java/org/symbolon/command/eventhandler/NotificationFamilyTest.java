package org.symbolon.command.eventhandler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.eventhandler.deed.Deed;
import org.symbolon.command.eventhandler.effect.NotificationMail;
import org.symbolon.command.support.FakeVault;
import org.symbolon.events.eventhandler.HandlerDefinition;
import org.symbolon.events.shared.Caller;
import org.symbolon.events.shared.ConfigEntry;

/** Notifications in the language of whoever gets them. */
class NotificationFamilyTest {

    private final HandledWorld world =
            new HandledWorld().token("TOTP1", 3, Map.of()).parameter("serial", "TOTP1");

    private NotificationMail mail(String... options) {
        Map<String, ConfigEntry> entries = new HashMap<>(Map.of("emailconfig", ConfigEntry.plain("post")));
        for (int index = 0; index < options.length; index += 2) {
            entries.put(options[index], ConfigEntry.plain(options[index + 1]));
        }
        HandlerDefinition definition = new HandlerDefinition(
                "some", true, List.of("token_locked"), "UserNotification", "sendmail", "post", 0, Map.of());
        Deed deed = new Listener(3, definition, entries)
                .deeds(world.request(), new FakeVault())
                .get(0);
        return (NotificationMail) ((Deed.Cause) deed).effect();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "-                    | -                       | en | Your token is locked: TOTP1",
                "-                    | -                       | de | Ihr Token ist gesperrt: TOTP1",
                "preferredLanguage    | de                      | en | Ihr Token ist gesperrt: TOTP1",
                "PREFERREDLANGUAGE    | de-AT, en;q=0.5         | en | Ihr Token ist gesperrt: TOTP1",
                "preferredLanguage    | en;q=0.5, fr, de;q=0.8  | en | Ihr Token ist gesperrt: TOTP1",
                "preferredLanguage    | fr                      | de | Ihr Token ist gesperrt: TOTP1",
                "language             | en-GB                   | de | Your token is locked: TOTP1",
                "locale               | de_DE.UTF-8             | en | Ihr Token ist gesperrt: TOTP1",
                "locale               | de_CH@euro              | en | Ihr Token ist gesperrt: TOTP1",
                "preferredLanguage    | ../../etc/passwd        | en | Your token is locked: TOTP1",
                "preferredLanguage    | *, de                   | en | Ihr Token ist gesperrt: TOTP1",
                "preferredLanguage    | ;;;                     | de | Ihr Token ist gesperrt: TOTP1",
                "mothertongue         | de                      | en | Your token is locked: TOTP1",
            })
    void theLanguageIsThatOfWhoeverGetsIt(String attribute, String value, String usual, String subject) {
        if (attribute != null) {
            world.lookups.info.put(attribute, value);
        }

        assertThat(mail("template", "token-locked", "language", usual).subject().reveal())
                .isEqualTo(subject);
    }

    @Test
    void theAttributeCanBeAnother() {
        world.lookups.info.put("mothertongue", "de");

        assertThat(mail("template", "token-locked", "language_attribute", "tongue, mothertongue")
                        .subject()
                        .reveal())
                .isEqualTo("Ihr Token ist gesperrt: TOTP1");
    }

    @Test
    void theTextIsPlainAndHtmlAndNoValueBecomesAPartOfThePage() {
        NotificationMail mail = mail("template", "token-enrolled", "contact", "help@example.org");

        assertThat(mail.isPage()).isFalse();
        assertThat(mail.text().reveal())
                .startsWith("Hello Emma Muster,\n\na token was set up for your account.")
                .contains(
                        "\nToken: TOTP1\nType: totp\nDescription: the <b>phone</b>\nWhen: 2026-12-01, 08:00:00 (UTC+00:00)\n")
                .contains("From address: 10.1.2.3\nBy administrator: admin\n\nWas that you")
                .contains("tell help@example.org at once")
                .endsWith("Your tokens: https://mfa.example.org\n");
        assertThat(mail.page().reveal())
                .contains("<html lang=\"en\">", "<p>Hello Emma Muster,</p>")
                .contains("<th align=\"left\">Description</th><td>the &lt;b&gt;phone&lt;/b&gt;</td>")
                .doesNotContain("<b>");
    }

    @Test
    void aLineThatWouldSayNothingIsLeftOutAndTheTextSaysWhomToTell() {
        world.caller = new Caller.RealmUser("emma", "realm1", "people");
        world.client = "";

        String text = mail("template", "token-enrolled").text().reveal();

        assertThat(text).doesNotContain("By administrator", "From address").contains("tell your service desk at once");
    }

    @Test
    void aTextOfTheOperatorsCountsAndIsNotMixedWithOurs() {
        world.lookups.files.put("token-locked.de.txt", "Subject: Gesperrt\n\nHallo {recipient}\n");
        world.lookups.info.put("language", "de");

        NotificationMail plain = mail("template", "token-locked");
        assertThat(plain.subject().reveal()).isEqualTo("Gesperrt");
        assertThat(plain.text().reveal()).isEqualTo("Hallo Emma Muster\n");

        world.lookups.files.put("token-locked.de.html", "<i>{recipient}</i> {description}");
        assertThat(mail("template", "token-locked").page().reveal())
                .isEqualTo("<i>Emma Muster</i> the &lt;b&gt;phone&lt;/b&gt;");
    }

    @Test
    void aFamilyOfTheOperatorsNeedsNoHeaders() {
        world.lookups.files.put("own/hello.en.txt", "{serial} is yours.");

        NotificationMail mail = mail("template", "own/hello", "subject", "About {serial}");

        assertThat(mail.subject().reveal()).isEqualTo("About TOTP1");
        assertThat(mail.text().reveal()).isEqualTo("TOTP1 is yours.\n");
    }

    @Test
    void whatATagStandsForIsOneLine() {
        world.lookups.info.put("surname", "M\nBy administrator: root");

        assertThat(mail("template", "token-locked").text().reveal())
                .startsWith("Hello Emma M By administrator: root,\n");
    }

    @Test
    void whoeverSaysNothingOfItGetsWhatHeGotBefore() {
        NotificationMail mail = mail("body", "{serial}", "contact", "x");

        assertThat(mail.text().reveal()).isEqualTo("TOTP1");
        assertThat(mail.page().reveal()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"nosuch", "../token-locked", "token-locked.de", "/etc/passwd", "a/../b"})
    void whatIsNoFamilyIsRefused(String family) {
        assertThatThrownBy(() -> mail("template", family)).isInstanceOf(Refusal.class);
    }
}
