package org.symbolon.app;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.BeanInstantiationException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.beans.factory.InjectionPoint;
import org.springframework.beans.factory.UnsatisfiedDependencyException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.core.convert.ConversionFailedException;

/** Finds out which setting has a value that cannot be used, and says so in words for whoever set it. */
final class SettingFault {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^:}]+).*");
    private static final List<String> SECRETS = List.of("password", "key", "secret");

    private SettingFault() {}

    /** What is wrong, if this cause of a failure is about a setting. */
    static Optional<String> explain(Throwable cause) {
        if (cause instanceof UnsatisfiedDependencyException unsatisfied
                && unsatisfied.getCause() instanceof TypeMismatchException mismatch) {
            return nameAt(unsatisfied.getInjectionPoint())
                    .map(name -> sentence(named(name), name, mismatch.getValue(), mismatch.getRequiredType()));
        }
        if (cause instanceof BindException unbound) {
            return Optional.of(explain(unbound));
        }
        if (cause instanceof BeanInstantiationException unmade
                && unmade.getCause() instanceof IllegalArgumentException refused
                && isOurs(refused)) {
            return Optional.ofNullable(refused.getMessage());
        }
        return Optional.empty();
    }

    private static Optional<String> nameAt(InjectionPoint point) {
        Value setting = point == null ? null : point.getAnnotation(Value.class);
        return Optional.ofNullable(setting)
                .map(Value::value)
                .map(PLACEHOLDER::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1));
    }

    private static String named(String name) {
        return "%s (%s)".formatted(name, name.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT));
    }

    private static String explain(BindException unbound) {
        String name = unbound.getName().toString();
        for (Throwable cause = unbound; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConversionFailedException failed) {
                return sentence(
                        name, name, failed.getValue(), failed.getTargetType().getType());
            }
        }
        return "the setting %s has a value that cannot be used".formatted(name);
    }

    private static String sentence(String called, String name, Object value, Class<?> wanted) {
        boolean secret = SECRETS.stream().anyMatch(name::contains);
        return "the setting %s cannot be %s: it must be %s"
                .formatted(called, secret ? "what it is" : "'" + value + "'", kind(wanted));
    }

    private static String kind(Class<?> type) {
        if (type == Duration.class) {
            return "a time, as in 30s, 10m or 12h";
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "a whole number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type != null && type.isEnum()) {
            return "one of " + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT);
        }
        return "something else; docs/operations.md says what";
    }

    /** What our own code refuses, it explains. */
    private static boolean isOurs(IllegalArgumentException refused) {
        StackTraceElement[] places = refused.getStackTrace();
        return places.length > 0 && places[0].getClassName().startsWith("org.symbolon.");
    }
}
