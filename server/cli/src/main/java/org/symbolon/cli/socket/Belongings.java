package org.symbolon.cli.socket;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.symbolon.cli.kernel.Caller;
import org.symbolon.events.shared.Secret;

/**
 * What is the caller's, as far as a server may have it: files that his command names, those in a directory that it names, and what
 * such files name. A server that wants more, such as one that somebody else has put into the data directory of whom root trusts, gets
 * nothing, and the command is carried out without it.
 */
final class Belongings {

    private static final String FROM_STANDARD_INPUT = "--password-stdin";

    private final Caller caller;
    private final Set<String> named = new HashSet<>();
    private final Map<String, String> handedOut = new HashMap<>();

    Belongings(Caller caller, List<String> arguments) {
        this.caller = caller;
        for (String argument : arguments) {
            named.add(argument);
            named.add(argument.substring(argument.indexOf('=') + 1));
        }
    }

    /** The line that answers what a server asks; empty if it may not have that, or asks for what nobody knows. */
    Optional<String> answer(Map<String, String> question) {
        String what = question.getOrDefault("name", "");
        try {
            return switch (question.getOrDefault("ask", "")) {
                case "files" -> named.contains(what) ? files(what) : Optional.empty();
                case "read" -> named.contains(what) ? read(what, most(question)) : Optional.empty();
                case "named" -> named(question.getOrDefault("in", ""), what, most(question));
                case "environment" -> isNamedAnywhere(what) ? environment(what) : Optional.empty();
                case "line" -> named.contains(FROM_STANDARD_INPUT) ? text(caller.line()) : Optional.empty();
                case "typed" -> Optional.of(caller.typed(what).flatMap(Belongings::text).orElse(object("none", "")));
                case "progress" -> Optional.of(object("text", caller.seesProgress() ? "yes" : ""));
                default -> Optional.empty();
            };
        } catch (NoSuchFileException missing) {
            return Optional.of(object("missing", what));
        } catch (Caller.TooLargeException large) {
            return Optional.of(object("large", what));
        } catch (IOException unreadable) {
            return Optional.of(object("failed", String.valueOf(unreadable.getMessage())));
        }
    }

    private Optional<String> files(String directory) throws IOException {
        Optional<List<Path>> found = caller.yamlFilesIn(Path.of(directory));
        List<String> names = new ArrayList<>();
        found.orElse(List.of()).forEach(file -> names.add(file.toString()));
        named.addAll(names);
        return Optional.of(found.isEmpty() ? object("none", "") : "{\"files\":" + JsonLine.texts(names) + "}\n");
    }

    private Optional<String> read(String file, int most) throws IOException {
        byte[] bytes = caller.read(Path.of(file), most);
        handedOut.put(file, new String(bytes, StandardCharsets.UTF_8));
        return bytes(bytes);
    }

    private Optional<String> named(String in, String name, int most) throws IOException {
        if (name.isEmpty() || !handedOut.getOrDefault(in, "").contains(name)) {
            return Optional.empty();
        }
        return bytes(caller.readNamed(Path.of(in), name, most));
    }

    private boolean isNamedAnywhere(String name) {
        return !name.isEmpty() && handedOut.values().stream().anyMatch(text -> text.contains(name));
    }

    private Optional<String> environment(String name) throws IOException {
        return Optional.of(caller.environment(name)
                .map(value -> object("text", value))
                .orElse(object("none", "")));
    }

    private static int most(Map<String, String> question) {
        return Math.min(CommandExchange.MOST_OF_A_FILE, Integer.parseInt(question.getOrDefault("most", "0")));
    }

    private static Optional<String> bytes(byte[] bytes) {
        return Optional.of(object("bytes", Base64.getEncoder().encodeToString(bytes)));
    }

    private static Optional<String> text(Secret secret) {
        return Optional.of(object("text", secret.reveal()));
    }

    private static String object(String field, String text) {
        return "{" + JsonLine.text(field) + ":" + JsonLine.text(text) + "}\n";
    }
}
