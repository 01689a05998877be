package org.symbolon.cli.janitor;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is done with the tokens that were found, under eduMFA's names. */
final class ActionOptions {

    private static final String EXPORT = "export";
    private static final String LIST_USER = "listuser";
    private static final String LIST = "list";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec specification;

    @Option(
            names = "--action",
            paramLabel = "ACTION",
            description = {
                "disable, enable, delete, unassign, reset (the fail counter), mark, unmark, tokenrealms: change them.",
                "export: write them with their secrets to a file under a password.",
                "list, listuser: list them, or them with their owners. Default: list."
            })
    private String action = LIST;

    @Option(names = "--set-description", paramLabel = "TEXT", description = "mark: the description that they get.")
    private Optional<String> description;

    @Option(names = "--set-tokeninfo-key", paramLabel = "KEY", description = "mark: the entry that their info gets.")
    private Optional<String> key;

    @Option(names = "--set-tokeninfo-value", paramLabel = "VALUE", description = "mark: what stands there.")
    private Optional<String> value;

    @Option(
            names = "--remove-tokeninfo-key",
            paramLabel = "KEY",
            description = "unmark: the entry that is removed from their info.")
    private Optional<String> removed;

    @Option(
            names = "--tokenrealms",
            paramLabel = "REALM,...",
            description = "tokenrealms: the realms that they are put into, and no others; empty for none.")
    private Optional<String> realms;

    boolean isExport() {
        return action.equals(EXPORT);
    }

    boolean listsUsers() {
        return action.equals(LIST_USER);
    }

    boolean isChange() {
        return kind().isPresent();
    }

    private Optional<TokenChange.Kind> kind() {
        return Arrays.stream(TokenChange.Kind.values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(action))
                .findFirst();
    }

    /**
     * What was given cannot be meant.
     *
     * @throws ParameterException if so
     */
    void check() {
        if (!isChange() && !List.of(LIST, LIST_USER, EXPORT).contains(action)) {
            misuse("there is no action '" + action + "'");
        }
        TokenChange.Kind kind = kind().orElse(null);
        require(key.isPresent() == value.isPresent(), "--set-tokeninfo-key and --set-tokeninfo-value belong together");
        require(
                (kind == TokenChange.Kind.MARK) == (description.isPresent() || key.isPresent()),
                "--action mark and --set-description or --set-tokeninfo-key belong together");
        require(
                (kind == TokenChange.Kind.UNMARK) == removed.isPresent(),
                "--action unmark and --remove-tokeninfo-key belong together");
        require(
                (kind == TokenChange.Kind.TOKENREALMS) == realms.isPresent(),
                "--action tokenrealms and --tokenrealms belong together");
    }

    private void require(boolean met, String explanation) {
        if (!met) {
            misuse(explanation);
        }
    }

    private void misuse(String explanation) {
        throw new ParameterException(specification.commandLine(), explanation);
    }

    /** The change; there must be one. */
    TokenChange change() {
        return new TokenChange(kind().orElseThrow(), description, entries(), names());
    }

    private Map<String, String> entries() {
        Map<String, String> entries = new LinkedHashMap<>();
        key.ifPresent(name -> entries.put(name, value.orElse("")));
        removed.ifPresent(name -> entries.put(name, null));
        return Collections.unmodifiableMap(entries);
    }

    private List<String> names() {
        return realms.stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }
}
