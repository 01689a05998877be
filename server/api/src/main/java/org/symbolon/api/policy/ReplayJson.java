package org.symbolon.api.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.symbolon.api.kernel.Shape;
import org.symbolon.policy.whatif.Replayed;

/** Puts what a replay has found into the words of the wire. */
final class ReplayJson {

    private static final Shape COUNTS = Shape.fields("")
            .with("lost", Shape.number("To how many a right is refused that was allowed."))
            .with("gained", Shape.number("To how many a right is allowed that was refused."))
            .with("changed", Shape.number("Of how many the policies say something else."))
            .with("undecided", Shape.number("Of how many that cannot be told."));

    private static final Shape CHANGE = Shape.fields("")
            .with("action", Shape.text("The action, with its scope."))
            .with("before", Shape.text("What the policies say of it."))
            .with("after", Shape.text("What they would say."))
            .with("policies_before", Shape.list("Which policies match."))
            .with("policies_after", Shape.list("Which would match."));

    private static final Shape EXAMPLE = Shape.fields("")
            .with("time", Shape.text("When."))
            .with("endpoint", Shape.text("What was asked for."))
            .with("user", Shape.text("For whom."))
            .with("realm", Shape.text("In which realm."))
            .with("administrator", Shape.text("By whom."))
            .with("client", Shape.text("From where."))
            .with("changes", Shape.listOf("What would come out differently.", CHANGE));

    static final Shape SHAPE = Shape.fields("")
            .with("requests", Shape.number("How many requests were looked at."))
            .with("differing", Shape.number("How many would come out differently."))
            .with("undecided", Shape.number("Of how many it cannot be told, for some action at least."))
            .with("complete", Shape.flag("Whether that is the whole period."))
            .with("realms", Shape.mapOf("By realm.", Shape.number("How many would come out differently.")))
            .with("actions", Shape.mapOf("By action, named with its scope.", COUNTS))
            .with("examples", Shape.listOf("The first that would come out differently.", EXAMPLE));

    private ReplayJson() {}

    static Map<String, Object> of(Replayed replayed) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("requests", replayed.requests());
        json.put("differing", replayed.differing());
        json.put("undecided", replayed.undecided());
        json.put("complete", replayed.whole());
        json.put("realms", replayed.realms());
        Map<String, Object> actions = new LinkedHashMap<>();
        replayed.actions().forEach((action, counts) -> actions.put(action, counts(counts)));
        json.put("actions", actions);
        json.put(
                "examples",
                replayed.examples().stream().map(ReplayJson::example).toList());
        return json;
    }

    private static Map<String, Object> counts(Replayed.Counts counts) {
        return Map.of(
                "lost", counts.lost(),
                "gained", counts.gained(),
                "changed", counts.changed(),
                "undecided", counts.undecided());
    }

    private static Map<String, Object> example(Replayed.Example example) {
        List<Map<String, Object>> changes =
                example.changes().stream().map(ReplayJson::change).toList();
        return Map.of(
                "time", example.time().toString(),
                "endpoint", example.endpoint(),
                "user", example.user(),
                "realm", example.realm(),
                "administrator", example.administrator(),
                "client", example.client(),
                "changes", changes);
    }

    private static Map<String, Object> change(Replayed.Change change) {
        return Map.of(
                "action", change.action(),
                "before", change.before(),
                "after", change.after(),
                "policies_before", change.policiesBefore(),
                "policies_after", change.policiesAfter());
    }
}
