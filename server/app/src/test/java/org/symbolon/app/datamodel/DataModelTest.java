package org.symbolon.app.datamodel;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.symbolon.app.datamodel.ModelPage.Method;
import org.symbolon.app.datamodel.ModelPage.Section;
import org.symbolon.events.EventFamilies;
import org.symbolon.projections.shared.ReadModelSchema;

/**
 * Walks eduMFA's documented model: every class, column and method is on the page docs/data-model.md, the page says of each
 * column what PostgreSQL says, and every class and test that it names exists.
 */
class DataModelTest {

    private static final String COMMON = "Common";
    /** Documented tables that are no read models, for no event says what is in them. */
    private static final List<String> CACHES = List.of("usercache");

    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final DocumentedModel DOCUMENTED = DocumentedModel.read();
    private static final ModelPage PAGE = ModelPage.read(ROOT.resolve("docs/data-model.md"));
    private static final SourceTree SOURCES = new SourceTree();

    private static EmbeddedPostgres database;
    private static Catalogue catalogue;

    @BeforeAll
    static void migrate() throws IOException {
        database = EmbeddedPostgres.builder().start();
        DataSource dataSource = database.getPostgresDatabase();
        ReadModelSchema.migrate(dataSource, "rm");
        Flyway.configure().dataSource(dataSource).load().migrate();
        catalogue = new Catalogue(JdbcClient.create(dataSource));
    }

    @AfterAll
    static void close() throws IOException {
        database.close();
    }

    private static Stream<String> documentedTables() {
        return DOCUMENTED.tables().keySet().stream().filter(table -> !table.equals("common"));
    }

    private static Stream<String> tables() {
        return PAGE.sections().keySet().stream().filter(table -> !table.equals(COMMON));
    }

    /** With its schema: what is no read model lies beside them. */
    private static String qualified(String table) {
        return (CACHES.contains(table) ? "public." : "rm.") + table;
    }

    private static Stream<String> sections() {
        return PAGE.sections().keySet().stream();
    }

    private static Section section(String table) {
        return PAGE.sections().get(table);
    }

    @Test
    void everyTableOfTheReadModelIsOnThePage() {
        List<String> expected = new ArrayList<>(ReadModelSchema.tables());
        expected.addAll(CACHES);

        assertThat(tables()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void everyDocumentedTableIsOnThePage() {
        assertThat(tables()).containsAll(documentedTables().toList());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void theDatabaseHasExactlyTheColumnsOfThePage(String table) {
        Map<String, ModelColumn> onThePage = section(table).columns().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().column()));

        assertThat(catalogue.columns(qualified(table))).containsExactlyInAnyOrderEntriesOf(onThePage);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void whatDiffersFromTheDocumentedModelIsSaidWithItsReason(String table) {
        DocumentedModel.Table documented =
                DOCUMENTED.tables().getOrDefault(table, new DocumentedModel.Table(Map.of(), Set.of()));
        Set<String> leading = catalogue.leading(qualified(table));
        section(table).columns().forEach((name, column) -> {
            ModelColumn known = documented.columns().get(name);
            List<String> differences = known == null ? List.of() : known.differencesOf(column.column(), leading);
            if (known == null) {
                assertThat(column.differs()).as(name).isEqualTo("ours");
            } else if (differences.isEmpty()) {
                assertThat(column.differs()).as(name).isEmpty();
            } else {
                assertThat(column.differs()).as(name).matches("\\Q" + String.join(", ", differences) + ": \\E.{10,}");
            }
        });
        assertThat(section(table).columns().keySet())
                .containsAll(documented.columns().keySet());
    }

    @ParameterizedTest
    @MethodSource("sections")
    void everyDocumentedMethodHasItsLine(String table) {
        Set<String> documented = DOCUMENTED.tables().containsKey(table.equals(COMMON) ? "common" : table)
                ? DOCUMENTED
                        .tables()
                        .get(table.equals(COMMON) ? "common" : table)
                        .methods()
                : Set.of();

        assertThat(section(table).methods().stream().flatMap(method -> method.names().stream()))
                .containsExactlyInAnyOrderElementsOf(documented);
    }

    @ParameterizedTest
    @MethodSource("sections")
    void everyMethodNamesWhatDoesItsWorkAndTheTestThatShowsIt(String table) {
        for (Method method : section(table).methods()) {
            if (method.here().startsWith("none: ")) {
                continue;
            }
            assertThat(ModelPage.names(method.doneBy()))
                    .as("%s", method.names())
                    .isNotEmpty();
            assertThat(ModelPage.names(method.tests()))
                    .as("%s", method.names())
                    .isNotEmpty()
                    .allMatch(name -> name.contains("Test#"));
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyTableNamesATestThatShowsItsRows(String table) {
        assertThat(ModelPage.names(section(table).text())).anyMatch(name -> name.contains("Test#"));
    }

    @ParameterizedTest
    @MethodSource("sections")
    void everyClassAndTestThatIsNamedExists(String table) {
        Section section = section(table);
        Set<String> named = new TreeSet<>(ModelPage.names(section.text()));
        section.columns().values().forEach(column -> named.addAll(ModelPage.names(column.filledBy())));
        section.methods().forEach(method -> {
            named.addAll(ModelPage.names(method.doneBy()));
            named.addAll(ModelPage.names(method.tests()));
        });

        assertThat(named).allMatch(SOURCES::has);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void theProjectorsOfATableHandleTheEventsThatFillIt(String table) {
        Section section = section(table);
        String projectors = ModelPage.names(section.text()).stream()
                .filter(name -> !name.contains("#"))
                .map(name -> SOURCES.source(name).orElse(""))
                .collect(Collectors.joining());
        Set<String> events = new LinkedHashSet<>();
        section.columns().values().forEach(column -> events.addAll(ModelPage.names(column.filledBy())));
        events.removeIf(name -> !SOURCES.isEvent(name));

        assertThat(events)
                .allMatch(event ->
                        projectors.contains("void on(" + event + " ") || projectors.contains(family(event) + ".class"));
    }

    /** What the table of a definition names instead of its events. */
    private static String family(String event) {
        Class<?> type = EventFamilies.byName().get(event);
        return EventFamilies.families().stream()
                .filter(family -> family.isAssignableFrom(type))
                .map(Class::getSimpleName)
                .collect(Collectors.joining());
    }

    @Test
    void everyColumnSaysWhatFillsIt() {
        tables().forEach(table -> section(table).columns().forEach((name, column) -> assertThat(column.filledBy())
                .as(table + "." + name)
                .isNotBlank()));
    }
}
