package org.symbolon.connectors.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.connectors.feed.SampleFacts.facts;
import static org.symbolon.connectors.feed.SampleFacts.target;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.command.feed.port.FeedTarget;
import org.symbolon.command.feed.port.FeedTroubleException;

/** How facts are written to files. */
class FileReceiverTest {

    private static final FeedTarget FEED = target("file", "file", "facts.jsonl", "keep", "2");

    @TempDir
    private Path folder;

    private Instant now = Instant.now();

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    private FileReceiver receiver() {
        return new FileReceiver(folder.resolve("feeds"), clock);
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(folder.resolve("feeds/facts.jsonl"));
    }

    private List<Path> all() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("feeds"))) {
            return files.sorted().toList();
        }
    }

    @Test
    void linesAreAppendedAlsoAfterARestart() throws Exception {
        try (FileReceiver receiver = receiver()) {
            receiver.send(FEED, facts(1, 2));
            receiver.send(FEED, facts(3, 3));
        }
        try (FileReceiver receiver = receiver()) {
            receiver.send(FEED, facts(4, 4));
        }
        assertThat(lines())
                .containsExactly(
                        "{\"position\":\"1\",\"ü\":1}",
                        "{\"position\":\"2\",\"ü\":1}",
                        "{\"position\":\"3\",\"ü\":1}",
                        "{\"position\":\"4\",\"ü\":1}");
    }

    @Test
    void aLineThatACrashHasCutOffIsTakenAway() throws Exception {
        try (FileReceiver receiver = receiver()) {
            receiver.send(FEED, facts(1, 1));
        }
        Files.write(
                folder.resolve("feeds/facts.jsonl"),
                "{\"position\":\"2\",\"ü".getBytes(UTF_8),
                StandardOpenOption.APPEND);
        try (FileReceiver receiver = receiver()) {
            receiver.send(FEED, facts(2, 2));
        }
        assertThat(lines()).containsExactly("{\"position\":\"1\",\"ü\":1}", "{\"position\":\"2\",\"ü\":1}");
    }

    @Test
    void eachDayHasItsFileAndSoManyAreKept() throws Exception {
        try (FileReceiver receiver = receiver()) {
            for (int day = 1; day <= 5; day++) {
                receiver.send(FEED, facts(day, day));
                now = now.plus(Duration.ofDays(1));
            }
        }
        assertThat(lines()).containsExactly("{\"position\":\"5\",\"ü\":1}");
        assertThat(all()).hasSize(3);
        assertThat(Files.readString(all().get(1))).contains("\"3\"");
        assertThat(Files.readString(all().get(2))).contains("\"4\"");
    }

    @Test
    void aLargeFileIsPutAway() throws Exception {
        FeedTarget small = target("file", "file", "facts.jsonl", "megabytes", "1");
        try (FileReceiver receiver = receiver()) {
            receiver.send(small, facts(1, 60_000));
            receiver.send(small, facts(60_001, 60_001));
        }
        assertThat(lines()).hasSize(1);
        assertThat(all()).hasSize(2);
    }

    @Test
    void twoFeedsDoNotWriteOneFile() throws Exception {
        FeedTarget other = new FeedTarget(6, "other", "file", FEED.options());
        try (FileReceiver receiver = receiver()) {
            receiver.send(FEED, facts(1, 1));
            assertThatThrownBy(() -> receiver.send(other, facts(1, 1)))
                    .isInstanceOf(FeedTroubleException.class)
                    .hasMessage("the file facts.jsonl cannot be written: it is written by another feed");
            receiver.release(FEED);
            receiver.send(other, facts(2, 2));
        }
        assertThat(lines()).hasSize(2);
    }

    @Test
    void noLinkLeadsOutOfTheDirectory() throws Exception {
        Files.createDirectories(folder.resolve("feeds"));
        Path outside = Files.writeString(folder.resolve("outside"), "whole\n");
        Files.createSymbolicLink(folder.resolve("feeds/facts.jsonl"), outside);
        try (FileReceiver receiver = receiver()) {
            assertThatThrownBy(() -> receiver.send(FEED, facts(1, 1))).isInstanceOf(FeedTroubleException.class);
        }
        assertThat(Files.readString(outside)).isEqualTo("whole\n");
    }
}
