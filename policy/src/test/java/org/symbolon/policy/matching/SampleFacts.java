package org.symbolon.policy.matching;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Facts for tests; null for what is not there, headers by their names in small letters. */
record SampleFacts(
        Map<String, ?> user,
        Map<String, ?> tokenEntries,
        Map<String, ?> tokenFields,
        Map<String, String> headerTexts,
        Map<String, String> environmentTexts)
        implements ConditionFacts {

    static SampleFacts ofUser(Map<String, ?> info) {
        return new SampleFacts(info, null, null, null, null);
    }

    static SampleFacts ofToken(Map<String, ?> fields, Map<String, ?> info) {
        return new SampleFacts(null, info, fields, null, null);
    }

    static SampleFacts ofRequest(Map<String, String> headers, Map<String, String> environment) {
        return new SampleFacts(null, null, null, headers, environment);
    }

    @Override
    public Optional<Map<String, ?>> userInfo() {
        return Optional.ofNullable(user);
    }

    @Override
    public Optional<Map<String, ?>> tokenInfo() {
        return Optional.ofNullable(tokenEntries);
    }

    @Override
    public Optional<Map<String, ?>> token() {
        return Optional.ofNullable(tokenFields);
    }

    @Override
    public Optional<UnaryOperator<String>> headers() {
        return Optional.ofNullable(headerTexts).map(texts -> name -> texts.get(name.toLowerCase(Locale.ROOT)));
    }

    @Override
    public Optional<UnaryOperator<String>> environment() {
        return Optional.ofNullable(environmentTexts).map(texts -> texts::get);
    }
}
