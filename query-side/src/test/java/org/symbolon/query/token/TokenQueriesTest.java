package org.symbolon.query.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Reach;
import org.symbolon.events.shared.Reach.Branch;
import org.symbolon.events.shared.Reach.Person;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.token.OtpAccepted;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.TokenDescribed;
import org.symbolon.events.token.TokenDisabled;
import org.symbolon.events.token.TokenEnrolled;
import org.symbolon.events.token.TokenJoinedGroup;
import org.symbolon.events.token.TypeState;
import org.symbolon.events.tokengroup.TokengroupCreated;
import org.symbolon.projections.support.Facts;
import org.symbolon.query.shared.Paging;
import org.symbolon.query.support.QueryDatabase;

class TokenQueriesTest {

    private static final TokenOwner HANS = new TokenOwner("ldap", "uid_1", "realm2");
    private static QueryDatabase database;
    private static TokenQueries queries;

    @BeforeAll
    static void enrol() {
        database = new QueryDatabase();
        database.after(
                Facts.resolver(1, "passwd"),
                Facts.realm(1, "realm1", "passwd"),
                Facts.realm(2, "realm2"),
                Facts.enrolled(1, "HOTP1", Facts.CORNELIUS, List.of("realm1"), Map.of("hashlib", "sha1")),
                Facts.enrolled(2, "HOTP2", HANS, List.of("realm2", "realm1"), Map.of("hashlib", "sha256")),
                new TokenEnrolled(
                        "TOTP_1",
                        3,
                        "totp",
                        8,
                        Facts.SEED,
                        Pin.NONE,
                        "100% Blue",
                        10,
                        10,
                        1000,
                        "clientwait",
                        true,
                        TypeState.of(0L, Map.of("timeShift", "0")),
                        Map.of(),
                        null,
                        List.of()),
                Facts.enrolled(4, "TOTPX1"),
                new TokenDisabled("TOTPX1", 4),
                new TokenDescribed("TOTPX1", 4, "green"),
                new TokengroupCreated("group1", 1, ""),
                new TokenJoinedGroup("HOTP1", 1, "group1"),
                new OtpAccepted("HOTP1", 1, 3, 2, StateChange.counter(7L)));
        queries = new TokenQueries(
                new TokenLists(database.entities(), database.database().jdbc(), database.transactions()),
                database.trailingModels());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static TokenPage page(TokenFilter filter, int page, int size, String sortBy, boolean descending) {
        return queries.handle(new ListTokens(filter, new Paging(page, size), sortBy, descending));
    }

    private static List<String> serials(TokenPage page) {
        return page.tokens().stream().map(TokenView::serial).toList();
    }

    private static List<String> serials(TokenFilter filter) {
        TokenPage page = page(filter, 1, 15, "serial", false);
        assertThat(page.count()).isEqualTo(page.tokens().size());
        return serials(page);
    }

    @Test
    void aTokenIsListedWithAllThatIsKnown() {
        TokenView token = page(TokenFilter.all().serial("HOTP1"), 1, 15, "serial", false)
                .tokens()
                .get(0);
        assertThat(token.info())
                .containsOnlyKeys("hashlib", "count_auth", "count_auth_success", "last_auth")
                .containsEntry("count_auth", "3");
        assertThat(token)
                .isEqualTo(new TokenView(
                        1,
                        "HOTP1",
                        "hotp",
                        "my token",
                        true,
                        false,
                        false,
                        7,
                        10,
                        1000,
                        0,
                        10,
                        6,
                        "",
                        token.info(),
                        List.of("realm1"),
                        List.of("group1"),
                        "passwd",
                        "1000",
                        "realm1"));
    }

    @Test
    void anUnassignedTokenHasNoOwner() {
        TokenView token = page(TokenFilter.all().serial("TOTP_1"), 1, 15, "serial", false)
                .tokens()
                .get(0);
        assertThat(List.of(token.resolver(), token.userId(), token.userRealm())).containsOnly("");
        assertThat(token.realms()).isEmpty();
    }

    @Test
    void serialsMatchExactlyOrByWildcard() {
        assertThat(serials(TokenFilter.all().serial("HOTP1"))).containsExactly("HOTP1");
        assertThat(serials(TokenFilter.all().serial("HOTP"))).isEmpty();
        assertThat(serials(TokenFilter.all().serial("HOTP*"))).containsExactly("HOTP1", "HOTP2");
        assertThat(serials(TokenFilter.all().serial("*1"))).containsExactly("HOTP1", "TOTPX1", "TOTP_1");
        assertThat(serials(TokenFilter.all().serial("*"))).hasSize(4);
        assertThat(serials(TokenFilter.all().serial(""))).hasSize(4);
    }

    @Test
    void metacharactersStandForThemselves() {
        assertThat(serials(TokenFilter.all().serial("TOTP_*"))).containsExactly("TOTP_1");
        assertThat(serials(TokenFilter.all().description("100%*"))).containsExactly("TOTP_1");
        assertThat(serials(TokenFilter.all().description("1%*"))).isEmpty();
        assertThat(serials(TokenFilter.all().description("*\\*"))).isEmpty();
        assertThat(serials(TokenFilter.all().serial("nul\u0000*"))).isEmpty();
    }

    @Test
    void typeDescriptionAndStateMatchInAnyCase() {
        assertThat(serials(TokenFilter.all().type("TOTP"))).containsExactly("TOTP_1");
        assertThat(serials(TokenFilter.all().type("H*"))).containsExactly("HOTP1", "HOTP2", "TOTPX1");
        assertThat(serials(TokenFilter.all().description("100% blue"))).containsExactly("TOTP_1");
        assertThat(serials(TokenFilter.all().description("MY*"))).containsExactly("HOTP1", "HOTP2");
        assertThat(serials(TokenFilter.all().rolloutState("ClientWait"))).containsExactly("TOTP_1");
    }

    @Test
    void realmsOfATokenMatchInAnyCase() {
        assertThat(serials(TokenFilter.all().realm("Realm2"))).containsExactly("HOTP2");
        assertThat(serials(TokenFilter.all().realm("realm*"))).containsExactly("HOTP1", "HOTP2");
    }

    @Test
    void ownersMatchByResolverAndId() {
        assertThat(serials(TokenFilter.all().resolver("pass*"))).containsExactly("HOTP1");
        assertThat(serials(TokenFilter.all().userId("uid_*"))).containsExactly("HOTP2");
        assertThat(serials(TokenFilter.all().resolver("passwd").userId("uid_1")))
                .isEmpty();
        assertThat(serials(TokenFilter.all().owner(HANS))).containsExactly("HOTP2");
        assertThat(serials(TokenFilter.all().owner(new TokenOwner("ldap", "uid_1", null))))
                .containsExactly("HOTP2");
        assertThat(serials(TokenFilter.all().owner(new TokenOwner("ldap", "uid_1", "realm1"))))
                .isEmpty();
    }

    @Test
    void tokensMayBeAssignedOrNotAndActiveOrNot() {
        assertThat(serials(TokenFilter.all().assigned(true))).containsExactly("HOTP1", "HOTP2");
        assertThat(serials(TokenFilter.all().assigned(false))).containsExactly("TOTPX1", "TOTP_1");
        assertThat(serials(TokenFilter.all().active(false))).containsExactly("TOTPX1");
        assertThat(serials(TokenFilter.all().active(true).assigned(false))).containsExactly("TOTP_1");
    }

    @Test
    void infoMatchesExactlyAndNeedsBothParts() {
        assertThat(serials(TokenFilter.all().info("hashlib", "sha256"))).containsExactly("HOTP2");
        assertThat(serials(TokenFilter.all().info("hashlib", "sha*"))).isEmpty();
        assertThat(serials(TokenFilter.all().info("count_auth", "3"))).containsExactly("HOTP1");
        assertThat(serials(TokenFilter.all().info("hashlib", null))).hasSize(4);
    }

    @Test
    void allowedRealmsLimitEveryList() {
        assertThat(serials(TokenFilter.all().within(Reach.ofRealms(List.of("realm2")))))
                .containsExactly("HOTP2");
        assertThat(serials(TokenFilter.all().within(Reach.ofRealms(List.of())))).isEmpty();
        assertThat(serials(TokenFilter.all()
                        .within(Reach.ofRealms(List.of("realm1", "realm2")))
                        .serial("*2")))
                .containsExactly("HOTP2");
    }

    private static List<String> reached(
            List<String> realms, List<Branch> branches, List<Person> people, List<Person> excluded) {
        return serials(TokenFilter.all().within(new Reach(realms, branches, people, excluded)));
    }

    @Test
    void aReachIsOfRealmsAndBranchesAndPeopleButForOthers() {
        List<Person> hans = List.of(new Person("hans", "uid_1", "ldap", "realm2"));
        List<Person> cornelius = List.of(new Person("cornelius", Facts.CORNELIUS.userId(), "passwd", "realm1"));
        List<Branch> branch = List.of(new Branch("realm2", "ldap"));

        assertThat(reached(List.of(), branch, List.of(), List.of())).containsExactly("HOTP2");
        assertThat(reached(List.of(), List.of(new Branch("realm1", "ldap")), List.of(), List.of()))
                .isEmpty();
        assertThat(reached(List.of(), branch, List.of(), hans)).isEmpty();
        assertThat(reached(List.of(), branch, cornelius, hans)).containsExactly("HOTP1");
        assertThat(reached(List.of(), List.of(), hans, List.of())).containsExactly("HOTP2");
        assertThat(reached(List.of("realm2"), List.of(), List.of(), hans)).isEmpty();
        assertThat(reached(List.of("realm1"), List.of(), List.of(), cornelius)).containsExactly("HOTP2");
    }

    @Test
    void aTokenThatIsAlsoInARealmOfOthersIsReachedThere() {
        List<Person> hans = List.of(new Person("hans", "uid_1", "ldap", "realm2"));
        List<Person> cornelius = List.of(new Person("cornelius", Facts.CORNELIUS.userId(), "passwd", "realm1"));

        assertThat(reached(List.of("realm1", "realm2"), List.of(), List.of(), hans))
                .containsExactly("HOTP1", "HOTP2");
        assertThat(reached(null, List.of(), List.of(), hans)).hasSize(4);
        assertThat(reached(null, List.of(), List.of(), cornelius)).containsExactly("HOTP2", "TOTPX1", "TOTP_1");
    }

    @Test
    void whatIsReachedCanBeFilteredAndPaged() {
        List<Person> cornelius = List.of(new Person("cornelius", Facts.CORNELIUS.userId(), "passwd", "realm1"));
        Reach reach = new Reach(null, List.of(), List.of(), cornelius);

        assertThat(serials(TokenFilter.all().within(reach).type("totp"))).containsExactly("TOTP_1");
        assertThat(serials(TokenFilter.all().within(reach).realm("realm1"))).containsExactly("HOTP2");
        TokenPage second = page(TokenFilter.all().within(reach), 2, 2, "serial", false);
        assertThat(second.count()).isEqualTo(3);
        assertThat(serials(second)).containsExactly("TOTP_1");
    }

    @Test
    void pagesFollowEachOther() {
        List<String> all = new ArrayList<>();
        for (int page = 1; page <= 3; page++) {
            TokenPage part = page(TokenFilter.all(), page, 2, "serial", false);
            assertThat(part.count()).isEqualTo(4);
            all.addAll(serials(part));
        }
        assertThat(all).containsExactly("HOTP1", "HOTP2", "TOTPX1", "TOTP_1");
    }

    @Test
    void pagesNearTheEndAreReadFromThere() {
        for (String column : List.of("serial", "tokentype", "description", "otplen")) {
            for (boolean descending : List.of(true, false)) {
                List<String> all = serials(page(TokenFilter.all(), 1, 9, column, descending));
                for (int size = 1; size <= 5; size++) {
                    List<String> joined = new ArrayList<>();
                    for (int page = 1; page <= 5; page++) {
                        joined.addAll(serials(page(TokenFilter.all(), page, size, column, descending)));
                    }
                    assertThat(joined).as(column + " in pages of " + size).isEqualTo(all);
                }
            }
        }
    }

    @Test
    void aListOfNowIsCountedWithoutLookingAtTokens() {
        database.database().jdbc().update("update token_count set total = total + 1000");
        try {
            assertThat(page(TokenFilter.all(), 1, 15, "serial", false).count()).isEqualTo(4004);
            assertThat(page(TokenFilter.all().realm("realm2").type("hotp").assigned(true), 1, 15, "serial", false)
                            .count())
                    .isEqualTo(1001);
            assertThat(page(TokenFilter.all().serial("HOTP*").realm("realm2"), 1, 15, "serial", false)
                            .count())
                    .isEqualTo(1);
        } finally {
            database.database().jdbc().update("update token_count set total = total - 1000");
        }
    }

    @Test
    void whatIsBeforeTheFirstPageIsTheFirst() {
        assertThat(serials(page(TokenFilter.all(), 0, 2, "serial", false))).containsExactly("HOTP1", "HOTP2");
        assertThat(serials(page(TokenFilter.all(), -7, 2, "serial", false))).containsExactly("HOTP1", "HOTP2");
        assertThat(page(TokenFilter.all(), Integer.MAX_VALUE, Integer.MAX_VALUE, "serial", false)
                        .tokens())
                .isEmpty();
    }

    @Test
    void tokensAreSortedByAnyColumnAndUnknownOnesStandForSerial() {
        assertThat(serials(page(TokenFilter.all(), 1, 9, "serial", true)))
                .containsExactly("TOTP_1", "TOTPX1", "HOTP2", "HOTP1");
        assertThat(serials(page(TokenFilter.all(), 1, 9, "otplen", true))).startsWith("TOTP_1");
        assertThat(serials(page(TokenFilter.all(), 1, 9, "count", true))).startsWith("HOTP1");
        assertThat(serials(page(TokenFilter.all(), 1, 9, "active", false))).startsWith("TOTPX1");
        assertThat(serials(page(TokenFilter.all(), 1, 9, "id; drop table token", false)))
                .containsExactly("HOTP1", "HOTP2", "TOTPX1", "TOTP_1");
        assertThat(serials(page(TokenFilter.all(), 1, 9, null, false))).startsWith("HOTP1");
    }
}
