package org.symbolon.api.feed;

import java.util.HashMap;
import java.util.Map;
import org.symbolon.api.kernel.Shape;
import org.symbolon.reactions.feed.port.FeedRecords.DeadLetter;
import org.symbolon.reactions.feed.port.FeedRecords.Progress;

/** How it is told how feeds go. */
final class FeedJson {

    static final Shape PROGRESS = Shape.fields("How far it has come; null before it was begun.")
            .with("position", Shape.number("The place in the stream of the last fact that was taken or put aside."))
            .with("node", Shape.text("The node that feeds it; empty where none does."))
            .with("behind", Shape.number("How many places it is behind the newest event."))
            .with("sent", Shape.number("How many facts were taken."))
            .with("delivered", Shape.text("When the last were.").orNull())
            .with("failures", Shape.number("How many attempts failed since."))
            .with("trouble", Shape.text("Why the last one did; empty where nothing is wrong."))
            .with("deadletters", Shape.number("How many facts were put aside."));

    static final Shape DEAD_LETTER = Shape.fields("")
            .with("position", Shape.number("Its place in the stream."))
            .with("id", Shape.text("The id of the event."))
            .with("kind", Shape.text("What kind of event it is."))
            .with("reason", Shape.text("Why it was not taken."))
            .with("time", Shape.text("When it was put aside."))
            .with("again", Shape.flag("Whether it waits to be sent again."));

    private FeedJson() {}

    static Map<String, Object> of(Progress progress) {
        Map<String, Object> json = new HashMap<>();
        json.put("position", progress.position());
        json.put("node", progress.node());
        json.put("behind", progress.behind());
        json.put("sent", progress.sent());
        json.put("delivered", progress.delivered().map(Object::toString).orElse(null));
        json.put("failures", progress.failures());
        json.put("trouble", progress.trouble());
        json.put("deadletters", progress.deadLetters());
        return json;
    }

    static Map<String, Object> of(DeadLetter letter) {
        return Map.of(
                "position",
                letter.position(),
                "id",
                letter.eventId(),
                "kind",
                letter.kind(),
                "reason",
                letter.reason(),
                "time",
                letter.putAside().toString(),
                "again",
                letter.again());
    }
}
