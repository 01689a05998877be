package org.symbolon.policy.matching;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.symbolon.events.policy.PolicyAction;
import org.symbolon.events.policy.PolicyCondition;
import org.symbolon.events.policy.PolicyTerms;
import org.symbolon.events.policy.PolicyView;

/**
 * The rules of policies as their description tells them, one filter over all policies after another, with nothing prepared:
 * what the real matcher is held against. It shares no code with it.
 */
final class SlowMatcher {

    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    /** It cannot be told. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final List<PolicyView> policies;
    private final PolicyQuestion question;

    SlowMatcher(List<PolicyView> policies, PolicyQuestion question) {
        this.policies = policies;
        this.question = question;
    }

    /** Section 4, in its order. */
    List<PolicyView> matching() {
        List<PolicyView> left = new ArrayList<>(policies);
        left.removeIf(policy -> !policy.active() || !policy.terms().scope().equals(question.scope()));
        filter(left, question.action(), terms -> terms.actions().stream()
                .map(PolicyAction::name)
                .toList());
        filter(left, question.user(), PolicyTerms::users);
        if (question.realms() != null) {
            left.removeIf(policy -> !realmFits(policy.terms().realms()));
        }
        filter(left, question.adminRealm(), PolicyTerms::adminRealms);
        filter(left, question.adminUser(), PolicyTerms::adminUsers);
        if (question.resolver() != null) {
            left.removeIf(policy -> !resolverFits(policy.terms()));
        }
        if (question.node() != null) {
            left.removeIf(policy ->
                    !policy.terms().nodes().isEmpty() && !policy.terms().nodes().contains(question.node()));
        }
        if (question.client() != null) {
            left.removeIf(policy -> !clientFits(policy.terms().clients()));
        }
        left.sort(Comparator.comparing(policy -> policy.terms().clients().isEmpty()));
        left.sort(Comparator.comparingInt(policy -> policy.terms().priority()));
        if (question.now() != null) {
            left.removeIf(policy -> !timeFits(policy.terms().time(), question.now()));
        }
        left.removeIf(policy -> !policy.conditions().stream().allMatch(this::holds));
        return left;
    }

    private static void filter(List<PolicyView> left, String wanted, Function<PolicyTerms, List<String>> entries) {
        if (wanted != null) {
            left.removeIf(policy -> !listMatches(entries.apply(policy.terms()), wanted, false));
        }
    }

    /** Section 4.2. */
    private static boolean listMatches(List<String> entries, String wanted, boolean ignoringExclusions) {
        boolean found = entries.isEmpty();
        boolean excluded = false;
        boolean malformed = false;
        for (String entry : entries) {
            excluded |= entry.equals("-" + wanted) || entry.equals("!" + wanted);
            if (entry.equals("*") || entry.equals(wanted)) {
                found = true;
                continue;
            }
            try {
                found |= Pattern.compile("^" + entry + "$").matcher(wanted).find();
            } catch (PatternSyntaxException e) {
                malformed = true;
            }
        }
        if (excluded && !ignoringExclusions) {
            return false;
        }
        if (!found && malformed) {
            throw new Refused();
        }
        return found;
    }

    private boolean realmFits(List<String> entries) {
        List<String> realms = question.realms();
        if (realms.size() == 1) {
            return listMatches(entries, realms.get(0), false);
        }
        boolean found =
                entries.isEmpty() || entries.stream().anyMatch(entry -> entry.equals("*") || realms.contains(entry));
        boolean excluded =
                realms.stream().anyMatch(realm -> entries.contains("-" + realm) || entries.contains("!" + realm));
        return found && !excluded;
    }

    /** Section 4.3. */
    private boolean resolverFits(PolicyTerms terms) {
        if (!terms.checkAllResolvers()) {
            return listMatches(terms.resolvers(), question.resolver(), true);
        }
        boolean userAndRealm = question.user() != null
                && !question.user().isEmpty()
                && question.realms() != null
                && question.realms().stream().anyMatch(realm -> !realm.isEmpty());
        return userAndRealm && question.userResolvers().get().stream().anyMatch(terms.resolvers()::contains);
    }

    /** Section 4.5, for addresses of which each octet is a number and each network ends with an octet. */
    private boolean clientFits(List<String> entries) {
        boolean found = entries.isEmpty();
        boolean excluded = false;
        for (String entry : entries) {
            boolean signed = entry.startsWith("-") || entry.startsWith("!");
            boolean inside = isIn(signed ? entry.substring(1) : entry, question.client());
            found |= inside && !signed;
            excluded |= inside && signed;
        }
        return found && !excluded;
    }

    private static boolean isIn(String network, String client) {
        int length = network.contains("/") ? Integer.parseInt(network.substring(network.indexOf('/') + 1)) : 32;
        String[] octets = network.replaceAll("/.*", "").split("\\.", -1);
        String[] asked = client.split("\\.", -1);
        return Arrays.equals(Arrays.copyOf(octets, length / 8), Arrays.copyOf(asked, length / 8));
    }

    /** Section 4.6. */
    private static boolean timeFits(String time, LocalDateTime now) {
        String bare = time.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        if (bare.isEmpty()) {
            return true;
        }
        for (String range : bare.split(",", -1)) {
            if (!range.matches("[a-z]+(-[a-z]+)?:[0-9]{1,2}(:[0-9]{2})?-[0-9]{1,2}(:[0-9]{2})?")) {
                return false;
            }
            String days = range.substring(0, range.indexOf(':'));
            String[] hours = range.substring(range.indexOf(':') + 1).split("-", -1);
            String[] ends = (days.contains("-") ? days : days + "-" + days).split("-", -1);
            if (!DAYS.contains(ends[0]) || !DAYS.contains(ends[1])) {
                throw new Refused();
            }
            int from = minutes(hours[0]);
            int to = minutes(hours[1]);
            if (from < 0 || to < 0) {
                return false;
            }
            DayOfWeek day = now.getDayOfWeek();
            int today = day.getValue() - 1;
            int minute = now.getHour() * 60 + now.getMinute();
            if (DAYS.indexOf(ends[0]) <= today && today <= DAYS.indexOf(ends[1]) && from <= minute && minute <= to) {
                return true;
            }
        }
        return false;
    }

    private static int minutes(String text) {
        String[] parts = (text.contains(":") ? text : text + ":00").split(":", -1);
        int hour = Integer.parseInt(parts[0]);
        int minute = Integer.parseInt(parts[1]);
        return hour < 24 && minute < 60 ? hour * 60 + minute : -1;
    }

    /** Section 5. */
    private boolean holds(PolicyCondition condition) {
        boolean skipped =
                switch (question.conditions()) {
                    case ALL -> false;
                    case NONE -> true;
                    case USER_INFO -> !condition.section().equals("userinfo");
                };
        if (!condition.active() || skipped) {
            return true;
        }
        Object left = left(condition);
        boolean negated = condition.comparator().startsWith("!");
        String comparator = negated ? condition.comparator().substring(1) : condition.comparator();
        boolean ordered = comparator.equals("<") || comparator.equals(">");
        if (negated && ordered) {
            throw new Refused();
        }
        return negated != compare(left, comparator, condition.value());
    }

    private Object left(PolicyCondition condition) {
        String key = condition.key();
        ConditionFacts facts = question.facts();
        return switch (condition.section()) {
            case "userinfo" -> at(facts.userInfo(), key);
            case "tokeninfo" -> at(facts.tokenInfo(), key);
            case "token" -> at(facts.token(), key);
            case "HTTP Request header" ->
                facts.headers()
                        .map(headers -> headers.apply(key))
                        .filter(text -> !text.isEmpty())
                        .orElseThrow(Refused::new);
            case "HTTP Environment" ->
                facts.environment().map(environment -> environment.apply(key)).orElseThrow(Refused::new);
            default -> throw new Refused();
        };
    }

    private static Object at(Optional<Map<String, ?>> values, String key) {
        Map<String, ?> known = values.orElseThrow(Refused::new);
        if (!known.containsKey(key)) {
            throw new Refused();
        }
        return known.get(key);
    }

    private static boolean compare(Object left, String comparator, String right) {
        return switch (comparator) {
            case "equals" -> left instanceof String && left.equals(right);
            case "contains" -> require(left instanceof List<?>) && ((List<?>) left).contains(right);
            case "matches" -> require(left instanceof String) && fits((String) left, right);
            case "in" -> Arrays.asList(right.split(", *", -1)).contains(left);
            case "<" -> number(left) < number(right);
            case ">" -> number(left) > number(right);
            default -> throw new Refused();
        };
    }

    private static boolean require(boolean comparable) {
        if (!comparable) {
            throw new Refused();
        }
        return true;
    }

    private static boolean fits(String text, String expression) {
        try {
            return Pattern.compile("^" + expression + "$").matcher(text).find();
        } catch (PatternSyntaxException e) {
            throw new Refused();
        }
    }

    private static long number(Object value) {
        try {
            return value == null || value.equals("") ? 0 : Long.parseLong(value.toString());
        } catch (NumberFormatException e) {
            throw new Refused();
        }
    }

    /** Section 3: what values of an action that is read word by word the policies have. */
    Set<String> values(Predicate<PolicyView> which) {
        Set<String> values = new LinkedHashSet<>();
        for (PolicyView policy : matching()) {
            for (PolicyAction action : policy.terms().actions()) {
                if (which.test(policy) && action.name().equals(question.action())) {
                    values.addAll(words(action.value()));
                }
            }
        }
        return values;
    }

    private static List<String> words(String value) {
        if (value == null) {
            throw new Refused();
        }
        if (value.length() > 1 && value.startsWith("'") && value.endsWith("'")) {
            return List.of(value.substring(1, value.length() - 1));
        }
        return value.isBlank() ? List.of() : List.of(value.trim().split("\\s+"));
    }

    /** Section 6: the one value that the strongest agree on. */
    Optional<String> value() {
        List<PolicyView> matching = matching();
        if (matching.isEmpty()) {
            return Optional.empty();
        }
        int strongest = matching.get(0).terms().priority();
        Set<String> values = values(policy -> policy.terms().priority() == strongest);
        if (values.size() > 1) {
            throw new Refused();
        }
        return values.stream().findFirst();
    }
}
