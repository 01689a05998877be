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

    private static final String TEXT = "text";
    private static final String NONE = JsonLine.of("none", "");

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
                case "typed" -> Optional.of(typed(what));
                case "progress" -> Optional.of(JsonLine.of(TEXT, caller.seesProgress() ? "yes" : ""));
                default -> Optional.empty();
            };
        } catch (NoSuchFileException missing) {
            return Optional.of(JsonLine.of("missing", what));
        } catch (Caller.TooLargeException large) {
            return Optional.of(JsonLine.of("large", what));
        } catch (IOException unreadable) {
            return Optional.of(JsonLine.of("failed", String.valueOf(unreadable.getMessage())));
        }
    }

    private String typed(String prompt) throws IOException {
        Optional<Secret> typed = caller.typed(prompt);
        return typed.isEmpty() ? NONE : JsonLine.of(TEXT, typed.get().reveal());
    }

    private Optional<String> files(String directory) throws IOException {
        Optional<List<Path>> found = caller.yamlFilesIn(Path.of(directory));
        if (found.isEmpty()) {
            return Optional.of(NONE);
        }
        List<String> names = new ArrayList<>();
        for (Path file : found.get()) {
            names.add(file.toString());
        }
        named.addAll(names);
        StringBuilder answer = new StringBuilder("{\"files\":");
        JsonLine.write(names, answer);
        return Optional.of(answer.append("}\n").toString());
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
        for (String text : handedOut.values()) {
            if (!name.isEmpty() && text.contains(name)) {
                return true;
            }
        }
        return false;
    }

    private Optional<String> environment(String name) throws IOException {
        Optional<String> value = caller.environment(name);
        return Optional.of(value.isEmpty() ? NONE : JsonLine.of(TEXT, value.get()));
    }

    private static int most(Map<String, String> question) {
        return Math.min(ServerClient.MOST_OF_A_FILE, Integer.parseInt(question.getOrDefault("most", "0")));
    }

    private static Optional<String> bytes(byte[] bytes) {
        return Optional.of(JsonLine.of("bytes", Base64.getEncoder().encodeToString(bytes)));
    }

    private static Optional<String> text(Secret secret) {
        return Optional.of(JsonLine.of(TEXT, secret.reveal()));
    }
}
