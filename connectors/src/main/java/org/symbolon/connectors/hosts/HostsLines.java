package org.symbolon.connectors.hosts;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.symbolon.command.machine.port.Machine;

/**
 * Reads the lines of a file of hosts: an address, a name and perhaps more names; what follows a {@code #} is a comment. As
 * the system does, it passes over lines that are not so.
 */
final class HostsLines {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern ADDRESS =
            Pattern.compile("(\\d{1,3}\\.){3}\\d{1,3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(%\\w+)?");

    private HostsLines() {}

    static List<Machine> machines(List<String> lines) {
        return lines.stream().map(HostsLines::machine).flatMap(Optional::stream).toList();
    }

    private static Optional<Machine> machine(String line) {
        int comment = line.indexOf('#');
        String text = (comment < 0 ? line : line.substring(0, comment)).strip();
        List<String> words = List.of(BLANKS.split(text));
        if (words.size() < 2 || !ADDRESS.matcher(words.get(0)).matches()) {
            return Optional.empty();
        }
        return Optional.of(new Machine(words.get(0), words.subList(1, words.size()), words.get(0)));
    }
}
