package org.symbolon.query.token;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.token.AuthItemIssued;
import org.symbolon.events.token.AuthItemRefused;
import org.symbolon.events.token.ChallengeRequested;
import org.symbolon.events.token.EnrolmentVerified;
import org.symbolon.events.token.FailCounterReset;
import org.symbolon.events.token.MachineTokenAttached;
import org.symbolon.events.token.MachineTokenDetached;
import org.symbolon.events.token.MachineTokenOptionsRemoved;
import org.symbolon.events.token.MachineTokenOptionsSet;
import org.symbolon.events.token.OfflineUseGranted;
import org.symbolon.events.token.OfflineValuesIssued;
import org.symbolon.events.token.OtpAccepted;
import org.symbolon.events.token.OtpConsumed;
import org.symbolon.events.token.OtpRejected;
import org.symbolon.events.token.PinChanged;
import org.symbolon.events.token.SecurityOfficerPinChanged;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.TokenAssigned;
import org.symbolon.events.token.TokenDeleted;
import org.symbolon.events.token.TokenDisabled;
import org.symbolon.events.token.TokenEnabled;
import org.symbolon.events.token.TokenEnrolled;
import org.symbolon.events.token.TokenInfoRemoved;
import org.symbolon.events.token.TokenInfoSet;
import org.symbolon.events.token.TokenJoinedGroup;
import org.symbolon.events.token.TokenLeftGroup;
import org.symbolon.events.token.TokenReenrolled;
import org.symbolon.events.token.TokenResynchronised;
import org.symbolon.events.token.TokenRevoked;
import org.symbolon.events.token.TokenUnassigned;
import org.symbolon.events.token.TypeState;
import org.symbolon.events.token.TypeStateAdjusted;
import org.symbolon.events.token.UserPinChanged;
import org.symbolon.query.history.Reading;
import org.symbolon.query.history.RecordFields;

/** How the events of a token read as changes of its fields. Most say more than they name, as the aggregate knows. */
public final class TokenReading {

    private static final String ACTIVE = "active";
    private static final String COUNTER = "counter";
    private static final String FAIL_COUNT = "failCount";
    private static final String GROUPS = "groups";
    private static final String INFO = "info";
    private static final String PIN = "pinHash";

    private TokenReading() {}

    /** How they all read. */
    public static Reading reading() {
        return Reading.endingWith(TokenDeleted.class)
                .where(TokenEnrolled.class, TokenReading::enrolled)
                .where(TokenReenrolled.class, TokenReading::reenrolled)
                .setting(EnrolmentVerified.class, "rolloutState", "enrolled")
                .where(TokenAssigned.class, TokenReading::assigned)
                .where(TokenUnassigned.class, TokenReading::unassigned)
                .setting(TokenEnabled.class, ACTIVE, true)
                .setting(TokenDisabled.class, ACTIVE, false)
                .where(TokenRevoked.class, (fields, event) -> fields.putAll(Map.of(ACTIVE, false, "revoked", true)))
                .setting(FailCounterReset.class, FAIL_COUNT, 0)
                .where(UserPinChanged.class, (fields, event) -> fields.put("userPin", event.pin()))
                .where(SecurityOfficerPinChanged.class, (fields, event) -> fields.put("officerPin", event.pin()))
                .adding(TokenInfoSet.class, INFO)
                .where(TokenInfoRemoved.class, TokenReading::removed)
                .where(TokenJoinedGroup.class, (fields, event) -> group(fields, event.group(), true))
                .where(TokenLeftGroup.class, (fields, event) -> group(fields, event.group(), false))
                .where(OtpAccepted.class, TokenReading::accepted)
                .where(OtpRejected.class, TokenReading::rejected)
                .where(OtpConsumed.class, (fields, event) -> changed(fields, event.change()))
                .where(TokenResynchronised.class, (fields, event) -> changed(fields, event.change()))
                .where(OfflineValuesIssued.class, (fields, event) -> fields.put(COUNTER, event.counter()))
                .where(OfflineUseGranted.class, TokenReading::granted)
                .where(ChallengeRequested.class, (fields, event) -> changed(fields, event.change()))
                .where(TypeStateAdjusted.class, (fields, event) -> changed(fields, event.change()))
                .where(PinChanged.class, (fields, event) -> fields.put(PIN, event.pin()))
                .changingNothing(AuthItemIssued.class)
                .changingNothing(AuthItemRefused.class)
                .where(MachineTokenAttached.class, MachineTokenReading::attached)
                .where(MachineTokenDetached.class, MachineTokenReading::detached)
                .where(MachineTokenOptionsSet.class, MachineTokenReading::optionsSet)
                .where(MachineTokenOptionsRemoved.class, MachineTokenReading::optionsRemoved);
    }

    private static void enrolled(Map<String, Object> fields, TokenEnrolled event) {
        fields.putAll(said(
                event,
                event.pin(),
                Reading.joined(event.info(), shown(event.state().entries()))));
        fields.putAll(Map.of(COUNTER, event.state().count(), FAIL_COUNT, 0, "revoked", false, GROUPS, List.of()));
    }

    /** What it leaves open stays. */
    private static void reenrolled(Map<String, Object> fields, TokenReenrolled event) {
        Map<String, Object> written =
                Reading.joined(event.info(), shown(event.state().entries()));
        Map<String, Object> said = said(event, event.pin(), Reading.joined(fields.get(INFO), written));
        said.values().removeIf(Objects::isNull);
        fields.putAll(said);
        fields.putAll(Map.of(COUNTER, event.state().count(), FAIL_COUNT, 0));
    }

    /** What an enrolment says, as the fields of a token: what its type keeps is shown with its info. */
    private static Map<String, Object> said(Object event, Pin pin, Map<String, Object> info) {
        Map<String, Object> said = RecordFields.of(event);
        said.keySet().removeAll(List.of("pin", "version", "entries"));
        said.put(PIN, pin);
        said.put(INFO, info);
        return said;
    }

    private static void assigned(Map<String, Object> fields, TokenAssigned event) {
        fields.put("owner", event.owner());
        fields.put("realms", List.of(event.owner().realm()));
        fields.put(FAIL_COUNT, 0);
    }

    private static void unassigned(Map<String, Object> fields, TokenUnassigned event) {
        fields.put("owner", null);
        fields.put(PIN, Pin.NONE);
        fields.put(FAIL_COUNT, 0);
    }

    private static void removed(Map<String, Object> fields, TokenInfoRemoved event) {
        Map<String, Object> left = Reading.joined(fields.get(INFO), null);
        event.keys().forEach(left::remove);
        fields.put(INFO, left);
    }

    private static void group(Map<String, Object> fields, String group, boolean isMember) {
        List<Object> groups = new ArrayList<>();
        if (fields.get(GROUPS) instanceof List<?> known) {
            groups.addAll(known);
        }
        groups.remove(group);
        if (isMember) {
            groups.add(group);
        }
        fields.put(GROUPS, groups);
    }

    private static void accepted(Map<String, Object> fields, OtpAccepted event) {
        Map<String, String> counts = new TreeMap<>(counted("count_auth", event.authCount()));
        counts.putAll(counted("count_auth_success", event.successCount()));
        fields.put(INFO, Reading.joined(fields.get(INFO), counts));
        changed(fields, event.change());
        fields.put(FAIL_COUNT, 0);
    }

    private static void rejected(Map<String, Object> fields, OtpRejected event) {
        fields.put(INFO, Reading.joined(fields.get(INFO), counted("count_auth", event.authCount())));
        changed(fields, event.change());
        fields.put(FAIL_COUNT, event.failCount());
    }

    private static Map<String, String> counted(String key, int count) {
        return count > 0 ? Map.of(key, Integer.toString(count)) : Map.of();
    }

    /** What a type keeps, as the info shows it. */
    private static Map<String, Object> shown(Map<String, Object> entries) {
        Map<String, Object> shown = new TreeMap<>();
        entries.forEach((name, value) ->
                shown.put(name, value == null || value instanceof Sealed ? value : TypeState.shown(value)));
        return shown;
    }

    private static void granted(Map<String, Object> fields, OfflineUseGranted event) {
        if (event.counter() != null) {
            fields.put(COUNTER, event.counter());
        }
    }

    private static void changed(Map<String, Object> fields, StateChange change) {
        if (change.counter() != null) {
            fields.put(COUNTER, change.counter());
        }
        fields.put(INFO, Reading.joined(fields.get(INFO), shown(change.entries())));
    }
}
