package org.symbolon.connectors.feed;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file of lines that grows at its end, and is put away under another name each day and when it is large. What was cut off in the middle of a
 * line by a crash is taken away when it is opened: nobody was told that it is there.
 */
final class FeedFile implements Closeable {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss").withZone(ZoneOffset.UTC);
    private static final int MOST_IN_A_SECOND = 1000;

    private final Path path;
    private final Clock clock;
    private FileChannel channel;
    private LocalDate day;

    FeedFile(Path path, Clock clock) throws IOException {
        this.path = path;
        this.clock = clock;
        open();
    }

    private void open() throws IOException {
        boolean isNew = Files.notExists(path, LinkOption.NOFOLLOW_LINKS);
        channel = FileChannel.open(
                path,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS);
        try {
            lock();
            if (isNew && path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r-----"));
            }
            day = channel.size() == 0
                    ? today()
                    : LocalDate.ofInstant(Files.getLastModifiedTime(path).toInstant(), ZoneOffset.UTC);
            cutBrokenLine();
        } catch (IOException failed) {
            channel.close();
            throw failed;
        }
    }

    /** It goes with the channel. */
    private void lock() throws IOException {
        try {
            if (channel.tryLock() == null) {
                throw new IOException("it is written by somebody else");
            }
        } catch (OverlappingFileLockException another) {
            throw new IOException("it is written by another feed", another);
        }
    }

    private void cutBrokenLine() throws IOException {
        long end = channel.size();
        ByteBuffer one = ByteBuffer.allocate(1);
        while (end > 0) {
            one.clear();
            channel.read(one, end - 1);
            if (one.get(0) == '\n') {
                break;
            }
            end--;
        }
        channel.truncate(end);
        channel.position(end);
    }

    /** Writes lines, each with its end, so that no crash takes them any more; either all of them, or none. */
    void append(byte[] lines) throws IOException {
        long before = channel.size();
        try {
            channel.position(before);
            ByteBuffer left = ByteBuffer.wrap(lines);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(false);
        } catch (IOException failed) {
            channel.truncate(before);
            throw failed;
        }
    }

    /** Puts it away where it is of another day or as large as that, and begins a new one. */
    void rotateWhere(long mostBytes, int kept) throws IOException {
        if (channel.size() == 0 || (channel.size() < mostBytes && day.equals(today()))) {
            return;
        }
        Path former = former();
        channel.close();
        Files.move(path, former, StandardCopyOption.ATOMIC_MOVE);
        open();
        if (kept > 0) {
            List<Path> all = formerOnes();
            for (Path old : all.subList(0, Math.max(0, all.size() - kept))) {
                Files.deleteIfExists(old);
            }
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private Path former() throws IOException {
        String stamp = path.getFileName() + "." + STAMP.format(Instant.now(clock));
        for (int number = 0; number < MOST_IN_A_SECOND; number++) {
            Path name = path.resolveSibling("%s.%03d".formatted(stamp, number));
            if (Files.notExists(name, LinkOption.NOFOLLOW_LINKS)) {
                return name;
            }
        }
        throw new IOException("there are too many former files");
    }

    /** In the order of time. */
    private List<Path> formerOnes() throws IOException {
        String begin = path.getFileName() + ".";
        try (Stream<Path> siblings = Files.list(path.getParent())) {
            return siblings.filter(sibling -> sibling.getFileName().toString().startsWith(begin))
                    .filter(sibling -> sibling.getFileName()
                            .toString()
                            .substring(begin.length())
                            .matches("\\d{8}T\\d{6}\\.\\d{3}"))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
