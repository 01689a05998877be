package org.symbolon.endtoend.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.api.kernel.Refusals;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.sending.CommandSender;
import org.symbolon.command.token.EnrollToken;
import org.symbolon.command.token.EnrolmentEvidence;
import org.symbolon.command.token.WithinLimits;
import org.symbolon.endtoend.effect.Note;
import org.symbolon.endtoend.effect.Notes;
import org.symbolon.endtoend.effect.PlanNotes;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.ReadModels;
import org.symbolon.endtoend.harness.random.RandomCommands;
import org.symbolon.events.shared.Secret;
import org.symbolon.projections.audit.AuditChain;
import org.symbolon.projections.config.ConfigurationRows;
import org.symbolon.projections.config.ConfigurationViews;
import org.symbolon.projections.shared.ReadModelSchema;
import org.symbolon.projections.shared.TrailingModels;
import org.symbolon.store.readmodel.ReadModelGroup;
import org.symbolon.store.readmodel.Rebuild;

/**
 * Sends thousands of random commands, whatever comes of each, and holds the tables that they left against those of a
 * rebuild, row by row. A seed can be given with {@code -Dsymbolon.test.seed=}.
 */
class RebuildAfterAnythingTest {

    /** Chance finds no value of a secret that the server made, and signs nothing. */
    private static final Set<String> WITHOUT_SUCCESS = Set.of("CallTokenType", "ConfirmRollover", "EnrolOnDevice");

    private static final int COMMANDS = 5_000;

    /** Until so many are sent, those are waited for of which none had success yet. */
    private static final int MOST_COMMANDS = 20_000;

    /** Whether a table has rows at the end is chance, whether it ever has some is not. */
    private static final int LOOK_EVERY = 250;

    /** They tell of programs that ask to log somebody in, which no command of these is. */
    private static final List<String> OF_OTHERS = List.of("clientapplication", "client_tracking");

    /** Between two looks nothing else may happen. */
    private static final String NOBODY_CLEARS_AWAY = "--symbolon.janitor-interval=PT5H";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(50);

    @TempDir
    private Path folder;

    private final long seed = Long.getLong("symbolon.test.seed", System.nanoTime());
    private final RandomCommands commands =
            new RandomCommands(new SplittableRandom(seed), this::cachedLogins, this::plannedEffect);
    private final Map<String, Integer> done = new TreeMap<>();
    private final Map<String, Integer> refused = new TreeMap<>();
    private InProcessServer server;

    @BeforeEach
    void start() {
        server = InProcessServer.start(
                folder.resolve("data"), NOBODY_CLEARS_AWAY, Notes.inFolder(folder.resolve("notes")));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** Chance has left out a kind of commands, or a table, which it makes up for with some more. */
    private boolean isMissed(Set<String> kinds, Set<String> alwaysEmpty) {
        return !alwaysEmpty.isEmpty() || !done.keySet().containsAll(kinds);
    }

    @Test
    void aRebuildYieldsTheSameRowsWhateverAdministratorsDid() {
        System.out.println("Random commands with -Dsymbolon.test.seed=" + seed);
        Set<String> alwaysEmpty = new TreeSet<>(ReadModelSchema.tables());
        alwaysEmpty.remove("unreadable_event");
        alwaysEmpty.removeAll(OF_OTHERS);
        Set<String> kinds = kindsOfCommands();
        kinds.removeAll(WITHOUT_SUCCESS);
        for (int count = 0; count < COMMANDS || (count < MOST_COMMANDS && isMissed(kinds, alwaysEmpty)); count++) {
            send(commands.next());
            if (count % LOOK_EVERY == 0) {
                alwaysEmpty.removeIf(this::hasRows);
            }
        }
        send(commands.answer());
        assertThat(refused).as("refusals, seed " + seed).hasSizeGreaterThan(10);
        assertThat(done.keySet())
                .as("kinds of commands of which one had success: a new one needs a line in RandomCommands; seed "
                        + seed)
                .containsExactlyInAnyOrderElementsOf(kinds);
        System.out.println("Random commands that succeeded: " + done);
        models();
        awaitMails();
        ReadModels before = models();
        alwaysEmpty.removeIf(this::hasRows);
        assertThat(alwaysEmpty)
                .as("tables that no line of RandomCommands fills, seed " + seed)
                .isEmpty();

        rebuild();

        Map<String, List<String>> after = models().rowsByTable();
        assertThat(before.rowsByTable()).allSatisfy((table, rows) -> assertThat(after.get(table))
                .as(table + ", seed " + seed)
                .containsExactlyElementsOf(rows));
        assertThat(server.bean(AuditChain.class).verify().findings()).isEmpty();
        whatIsInMemoryIsInTheTables();
        rowsThatNoEventMadeAreFound(before);
    }

    /** All that somebody handles. */
    private static Set<String> kindsOfCommands() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.symbolon").stream()
                        .flatMap(type -> type.getCodeUnits().stream())
                        .filter(unit -> unit.isAnnotatedWith(CommandHandler.class))
                        .map(unit -> unit.getRawParameterTypes().get(0).getSimpleName())
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Long> cachedLogins() {
        return server.jdbc()
                .sql("select id from rm.authcache order by id")
                .query(Long.class)
                .list();
    }

    /** Of a kind that nothing carries out, so that all that becomes of it comes from these commands. */
    private String plannedEffect() {
        PlanNotes plan = new PlanNotes(1, new Note("unknown", "take", Secret.of("hello")), false);
        return (String) ((List<?>) server.bean(CommandSender.class).sendAs("somebody", plan)).get(0);
    }

    private void send(Object command) {
        String name = command.getClass().getSimpleName();
        try {
            commands.cameOf(command, server.bean(CommandSender.class).sendAs("somebody", prepared(command)));
            done.merge(name, 1, Integer::sum);
        } catch (Refusal refusal) {
            assertThat(Refusals.onTheWire(refusal).status())
                    .as(name + ", seed " + seed)
                    .isLessThan(500);
            refused.merge(name, 1, Integer::sum);
        }
    }

    private Object prepared(Object command) {
        if (command instanceof WithinLimits within) {
            return new WithinLimits(within.limits(), prepared(within.command()));
        }
        return command instanceof EnrollToken enrolment
                ? server.bean(EnrolmentEvidence.class).prepared(enrolment)
                : command;
    }

    /** Mails that somebody waits for are carried out beside the commands, and what becomes of them is told when it is known. */
    private void awaitMails() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (server.jdbc()
                        .sql(
                                "select count(*) from rm.effect where awaited and state = 'outstanding' and kind <> 'unknown'")
                        .query(Long.class)
                        .single()
                > 0) {
            assertThat(System.nanoTime()).as("mails are over, seed " + seed).isLessThan(end);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private ReadModels models() {
        assertThat(new TrailingModels(server.bean(JdbcOperations.class), PATIENCE).await())
                .as("all that happened is shown, seed " + seed)
                .isTrue();
        return ReadModels.of(server.jdbc());
    }

    private boolean hasRows(String table) {
        return server.jdbc()
                .sql("select exists (select 1 from rm.%s)".formatted(table))
                .query(Boolean.class)
                .single();
    }

    private void rebuild() {
        server.bean(Rebuild.class).run(EnumSet.allOf(ReadModelGroup.class), (position, end) -> {});
    }

    private void whatIsInMemoryIsInTheTables() {
        ConfigurationViews views = server.bean(ConfigurationViews.class);
        assertThat(views.current().policies().all())
                .isEqualTo(new ConfigurationRows(server.bean(JdbcOperations.class))
                        .read()
                        .policies()
                        .all());
    }

    /** The comparison sees a row too few in any table; a rebuild brings it back. */
    private void rowsThatNoEventMadeAreFound(ReadModels right) {
        List<String> tables = right.without("projection_position", "audit_head").rowsByTable().entrySet().stream()
                .filter(table -> !table.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        for (String table : tables) {
            server.jdbc()
                    .sql("delete from rm.%1$s where ctid = (select min(ctid) from rm.%1$s)".formatted(table))
                    .update();
        }
        ReadModels wrong = models();
        assertThat(tables).allSatisfy(table -> assertThat(wrong.rowsByTable().get(table))
                .hasSizeLessThan(right.rowsByTable().get(table).size()));

        rebuild();

        assertThat(models()).isEqualTo(right);
    }
}
