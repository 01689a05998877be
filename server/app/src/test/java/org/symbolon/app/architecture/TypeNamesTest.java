package org.symbolon.app.architecture;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenTypes;

/**
 * Everything that is special about a type of token stands in its folder, so that nothing else has to name it. What does so all
 * the same, or has its word for something else, is listed here with the reason.
 */
class TypeNamesTest {

    private static final Collection<TokenType> TYPES = TokenTypes.all().types();

    private static final Map<String, List<String>> EXCEPTED = Map.ofEntries(
            entry("A file says of which type its tokens are", List.of("api/tokenfile/format/")),
            entry(
                    "An application of machines takes values or keys of one type",
                    List.of(
                            "machine/application/LuksApplication",
                            "machine/application/OfflineApplication",
                            "api/machine/AuthItemJson")),
            entry("It is a client like any other, which enrols tokens of some types", List.of("cli/demo/Preparation")),
            entry("It makes a database as a large installation has it", List.of("benchmark/SampleToken")),
            entry(
                    "An e-mail address of somebody, or a column with it",
                    List.of(
                            "command/admin/",
                            "command/user/",
                            "query/user/",
                            "connectors/passwd/",
                            "api/recover/PasswordRecovery",
                            "api/recover/RecoverEndpoint",
                            "api/register/RegisterEndpoint",
                            "api/validate/SamlAttributes",
                            "tokentype/certificate/OrderedCertificate",
                            "connectors/caconnector/CertificateExtensions",
                            "eventhandler/module/Recipient",
                            "api/eventhandler/QueriedLookups")),
            entry(
                    "An action of event handlers has options for each type that it can enrol",
                    List.of("eventhandler/module/TokenModule", "eventhandler/module/EnrolmentDoing")),
            entry(
                    "Settings of this type are tried out, at a path that names it",
                    List.of("api/tokentype/TokenTypeEndpoint")),
            entry(
                    "All who ask RADIUS servers do so under the name that one setting gives",
                    List.of("radiusserver/port/RadiusRequest")),
            entry(
                    "Whoever may enrol tokens of this type may see what servers or connectors there are",
                    List.of("api/radiusserver/RadiusServerEndpoint", "api/caconnector/CaConnectorEndpoint")),
            entry(
                    "Mails are signed with one",
                    List.of("api/smtpserver/SignerParameters", "api/configuration/SmtpServerKind")),
            entry(
                    "What an enrolment has shown, or a telephone is asked, goes out under its name on the wire",
                    List.of(
                            "api/token/EnrolmentJson",
                            "smsgateway/port/PushMessage",
                            "tokentype/pushed/PhoneMessage")));

    private static boolean isExcepted(Path file) {
        return EXCEPTED.values().stream().flatMap(List::stream).anyMatch(part -> file.toString()
                .contains(part));
    }

    /** Also what begins with a name, as the settings of types and their parameters do. */
    private static boolean names(Path file, TokenType type) {
        String source = read(file);
        return source.contains("\"" + type.name() + "\"") || source.contains("\"" + type.name() + ".");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static boolean isIn(Path file, TokenType type) {
        String folder = type.getClass().getPackageName().replace('.', '/');
        return file.toString().contains(folder + "/");
    }

    @Test
    void theSourcesOfAllModulesAreLookedAt() {
        assertThat(Sources.ofMain())
                .extracting(file -> file.getFileName().toString())
                .contains("TokenEnrolled.java", "HotpType.java", "SymbolonServer.java", "Reaction.java");
    }

    @Test
    void aTypeIsNamedInItsFolder() {
        List<Path> sources = Sources.ofMain();

        assertThat(TYPES).allSatisfy(type -> assertThat(sources)
                .filteredOn(file -> isIn(file, type))
                .as(type.name())
                .anyMatch(file -> names(file, type)));
    }

    @Test
    void noTypeIsNamedOutsideItsFolder() {
        List<Path> sources =
                Sources.ofMain().stream().filter(file -> !isExcepted(file)).toList();

        assertThat(TYPES).allSatisfy(type -> assertThat(sources)
                .filteredOn(file -> !isIn(file, type))
                .filteredOn(file -> names(file, type))
                .as("files that name the type " + type.name())
                .isEmpty());
    }

    @Test
    void whatIsExceptedIsThere() {
        List<Path> sources = Sources.ofMain();

        assertThat(EXCEPTED.values().stream().flatMap(List::stream)).allSatisfy(part -> assertThat(sources)
                .anyMatch(file -> file.toString().contains(part)));
    }
}
