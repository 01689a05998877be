package org.symbolon.connectors.feed;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.symbolon.connectors.network.NetworkTrouble;
import org.symbolon.connectors.network.TlsTrouble;

/** What is wrong with a Kafka, in our words: nothing that it said is passed on. */
final class KafkaTrouble {

    /** What speaks of a fact, and would be said of it at any time. */
    private static final Set<Class<? extends Exception>> ABOUT_FACTS = Set.of(
            RecordTooLargeException.class,
            RecordBatchTooLargeException.class,
            InvalidRecordException.class,
            InvalidTimestampException.class);

    private KafkaTrouble() {}

    /** Why a fact is not taken for what it is; empty where none is. */
    static Optional<String> refusal(List<? extends Throwable> failures) {
        return failures.stream()
                .filter(failed -> ABOUT_FACTS.contains(failed.getClass()))
                .map(failed -> isTooLarge(failed) ? "finds it too large" : "does not take it for what it is")
                .findFirst();
    }

    private static boolean isTooLarge(Throwable failed) {
        return failed instanceof RecordTooLargeException || failed instanceof RecordBatchTooLargeException;
    }

    /** The rest of a sentence that begins with the cluster. The innermost cause that says something decides. */
    static String words(Throwable failed, String topic) {
        String words = "does not take it: " + failed.getClass().getSimpleName();
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            words = words(cause, topic, words);
        }
        return words;
    }

    private static String words(Throwable cause, String topic, String otherwise) {
        if (cause instanceof SslAuthenticationException) {
            return TlsTrouble.of(cause, TlsTrouble.TRUSTED);
        }
        if (cause instanceof AuthenticationException) {
            return "refuses the user or the password, or this way to log in";
        }
        if (cause instanceof AuthorizationException) {
            return "does not let this user write to the topic " + topic;
        }
        if (cause instanceof UnknownTopicOrPartitionException || cause instanceof InvalidTopicException) {
            return "has no topic " + topic;
        }
        if (cause instanceof NotEnoughReplicasException) {
            return "has too few replicas of the topic " + topic + " at the moment";
        }
        if (cause instanceof UnsupportedVersionException) {
            return "is of a version that is too old";
        }
        return cause instanceof TimeoutException ? NetworkTrouble.TOO_SLOW.words() : otherwise;
    }
}
