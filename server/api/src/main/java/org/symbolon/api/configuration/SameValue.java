package org.symbolon.api.configuration;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.symbolon.command.secret.Censored;
import org.symbolon.events.shared.Secret;

/** Tells whether what a file says is what the server has. Only here is a secret that is kept opened to compare it. */
final class SameValue {

    private SameValue() {}

    static boolean test(Object present, Object wanted) {
        if (present instanceof SealedValue kept) {
            return Censored.TEXT.equals(wanted)
                    || (wanted != null && kept.open().equals(Secret.of(Fields.text(wanted))));
        }
        if (present instanceof Map<?, ?> one && wanted instanceof Map<?, ?> other) {
            return one.keySet().equals(other.keySet())
                    && one.keySet().stream().allMatch(key -> test(one.get(key), other.get(key)));
        }
        if (present instanceof List<?> one && wanted instanceof List<?> other) {
            return one.size() == other.size() && allSame(one, other);
        }
        if (wanted instanceof Secret secret) {
            return present != null && secret.equals(Secret.of(Fields.text(present)));
        }
        return Objects.equals(present, wanted);
    }

    private static boolean allSame(List<?> one, List<?> other) {
        for (int index = 0; index < one.size(); index++) {
            if (!test(one.get(index), other.get(index))) {
                return false;
            }
        }
        return true;
    }
}
