package org.symbolon.connectors.feed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.symbolon.command.feed.port.FedFact;
import org.symbolon.command.feed.port.FeedReceiver;
import org.symbolon.command.feed.port.FeedTarget;
import org.symbolon.command.feed.port.FeedTroubleException;

/** Writes facts to a file as lines of JSON. It lies in the one directory that whoever runs the server has chosen. */
public final class FileReceiver implements FeedReceiver, AutoCloseable {

    private static final Duration REST = Duration.ofMillis(500);
    private static final int PRESET_MEGABYTES = 100;
    private static final long MEGABYTE = 1024L * 1024;

    private final Path directory;
    private final Clock clock;
    private final Map<Integer, FeedFile> open = new ConcurrentHashMap<>();

    public FileReceiver(Path directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public String type() {
        return "file";
    }

    @Override
    public void send(FeedTarget target, List<FedFact> facts) throws FeedTroubleException {
        byte[] lines = facts.stream()
                .map(fact -> fact.json() + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
        String name = target.option("file").orElse("");
        try {
            FeedFile file = opened(target.number(), name);
            file.rotateWhere(target.number("megabytes", PRESET_MEGABYTES) * MEGABYTE, target.number("keep", 0));
            file.append(lines);
        } catch (IOException failed) {
            release(target);
            throw new FeedTroubleException("the file " + name + " cannot be written: " + reason(failed));
        }
    }

    /** Each batch has to reach the disk. */
    @Override
    public Duration rest() {
        return REST;
    }

    /** Of what a file system says, what tells no path. */
    private static String reason(IOException failed) {
        if (failed instanceof FileSystemException trouble) {
            return trouble.getReason() == null ? trouble.getClass().getSimpleName() : trouble.getReason();
        }
        return String.valueOf(failed.getMessage());
    }

    private FeedFile opened(int number, String name) throws IOException {
        FeedFile known = open.get(number);
        if (known != null) {
            return known;
        }
        Files.createDirectories(directory);
        FeedFile file = new FeedFile(directory.resolve(name), clock);
        open.put(number, file);
        return file;
    }

    @Override
    public void release(FeedTarget target) {
        close(open.remove(target.number()));
    }

    private static void close(FeedFile file) {
        if (file == null) {
            return;
        }
        try {
            file.close();
        } catch (IOException gone) {
            // What was written is there already.
        }
    }

    @Override
    public void close() {
        open.values().forEach(FileReceiver::close);
        open.clear();
    }
}
