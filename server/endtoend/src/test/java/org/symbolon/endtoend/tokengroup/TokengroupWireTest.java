package org.symbolon.endtoend.tokengroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertJson;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.WireTest;

/** Token groups and the tokens in them, over the wire. */
@WireTest
class TokengroupWireTest {

    private static final String SEED = "3132333435363738393031323334353637383930";
    private static final String NO_GROUP = "The tokengroup does not exist.";

    private ApiClient admin;

    @BeforeAll
    void prepare(InProcessServer server) {
        admin = server.admin();
        for (String serial : new String[] {"GROUP-A", "GROUP-B", "GROUP-C", "GROUP-D"}) {
            admin.enrolHotp(serial, SEED, "");
        }
        admin.post("/tokengroup/wire-staff", "description", "who works here");
        admin.post("/tokengroup/wire-vpn");
    }

    private Object groupsOf(String serial, String... more) {
        return admin.get("/token/?serial=" + serial + String.join("", more))
                .rows("tokens")
                .get(0)
                .get("tokengroup");
    }

    @Test
    void aGroupIsMadeDescribedAnewAndDeleted() {
        Object number =
                admin.post("/tokengroup/wire-one", "description", "first").value();
        String listed = "{'description': 'first', 'id': " + number + "}";
        assertValue(admin.get("/tokengroup/wire-one"), "{'wire-one': " + listed + "}");
        assertJson(admin.get("/tokengroup/").valueMap().get("wire-one"), listed);

        assertValue(admin.post("/tokengroup/wire-one"), number.toString());
        assertValue(admin.get("/tokengroup/wire-one"), "{'wire-one': {'description': null, 'id': " + number + "}}");
        assertValue(admin.get("/tokengroup/WIRE-one"), "{}");

        assertValue(admin.delete("/tokengroup/wire-one"), "1");
        assertRefusal(admin.delete("/tokengroup/wire-one"), 404, 601, "The requested Tokengroup could not be found.");
    }

    @Test
    void aTokenJoinsAndLeaves() {
        assertValue(admin.post("/token/group/GROUP-A/wire-staff"), "1");
        assertJson(groupsOf("GROUP-A"), "['wire-staff']");
        assertRefusal(admin.post("/token/group/GROUP-A/wire-staff"), 404, 601, NO_GROUP);
        assertRefusal(
                admin.delete("/tokengroup/wire-staff"),
                400,
                10,
                "ERR10: The tokengroup with name wire-staff still has 1 tokens assigned.");

        assertValue(admin.delete("/token/group/GROUP-A/wire-staff"), "1");
        assertValue(admin.delete("/token/group/GROUP-A/wire-staff"), "1");
        assertJson(groupsOf("GROUP-A"), "[]");
    }

    @Test
    void whatIsUnknownIsSaidInWordsThatClientsKnow() {
        assertRefusal(admin.post("/token/group/GROUP-B/nosuch"), 404, 601, NO_GROUP);
        assertRefusal(admin.delete("/token/group/GROUP-B/nosuch"), 404, 601, NO_GROUP);
        assertRefusal(admin.delete("/token/group/NOSUCH/wire-vpn"), 404, 601, NO_GROUP);
        assertRefusal(admin.post("/token/group/NOSUCH/wire-vpn"), 404, 601, "The requested token could not be found.");
        assertRefusal(admin.post("/token/group/GROUP-B"), 400, 905, "ERR905: Missing parameter: 'groups'");
    }

    @Test
    void allGroupsAreReplacedAtOnce() {
        assertValue(admin.post("/token/group/GROUP-B", "groups", "wire-vpn, nosuch,wire-vpn"), "1");
        assertJson(groupsOf("GROUP-B"), "['wire-vpn']");
        assertValue(admin.post("/token/group/GROUP-B", "groups", ""), "1");
        assertJson(groupsOf("GROUP-B"), "[]");
    }

    @Test
    void groupsAreInTheHistoryAndInThePast() {
        admin.post("/token/group/GROUP-C/wire-vpn");
        Instant between = Instant.now().truncatedTo(ChronoUnit.MICROS);
        admin.delete("/token/group/GROUP-C/wire-vpn");

        assertJson(groupsOf("GROUP-C", "&at=", between.toString()), "['wire-vpn']");
        assertThat(admin.get("/token/GROUP-C/history").body())
                .contains("TokenJoinedGroup")
                .contains("TokenLeftGroup");
    }

    @Test
    void aTokenThatGoesLeavesItsGroupsFree() {
        admin.post("/tokengroup/wire-short");
        admin.post("/token/group/GROUP-D/wire-short");
        admin.delete("/token/GROUP-D");

        assertValue(admin.delete("/tokengroup/wire-short"), "1");
    }
}
