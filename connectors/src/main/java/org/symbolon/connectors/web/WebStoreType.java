package org.symbolon.connectors.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.symbolon.command.examination.port.Finding;
import org.symbolon.command.resolver.port.UserStore;
import org.symbolon.command.resolver.port.UserStoreType;
import org.symbolon.command.resolver.port.UserStoreUnavailableException;
import tools.jackson.databind.node.ObjectNode;

/** Resolvers made of a store that is asked over HTTP. A type says what it presets, how tokens are got, and in which dialect it is asked. */
abstract class WebStoreType implements UserStoreType {

    private static final Set<String> MAPS = Stream.concat(
                    Stream.of(WebSettings.MAPPING),
                    Stream.of(Operation.values()).map(Operation::key))
            .collect(Collectors.toUnmodifiableSet());

    private final String name;
    private final ObjectNode presets;
    private final WebNetwork network;

    /** One whose presets stand in a file of its name. */
    WebStoreType(String name, WebNetwork network) {
        this.name = name;
        this.presets = read(name + ".json");
        this.network = network;
    }

    private static ObjectNode read(String file) {
        try (InputStream presets = WebStoreType.class.getResourceAsStream(file)) {
            return WebParameters.object(file, new String(presets.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    final WebNetwork network() {
        return network;
    }

    /** What must be there; a value of each that could be. */
    Map<String, String> sound() {
        return Map.of();
    }

    /** How such a store is asked. */
    WebSettings settings(WebParameters parameters) {
        return WebSettings.of(parameters, Map.of());
    }

    WebDialect dialect(WebParameters parameters, WebSettings settings) {
        return new PlainDialect();
    }

    /** How its service account gets a token, if it needs one. */
    Optional<Authorization.Grant> grant(WebParameters parameters, WebSettings settings) {
        return WebApi.described(settings);
    }

    /** What a try of it says, when all goes well or not. */
    TestResult tried(WebStore store, WebParameters parameters) {
        return new WebTrial(store, parameters).result();
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public Set<String> secretKeys() {
        return Set.of(WebSettings.PASSWORD);
    }

    @Override
    public Set<String> mapKeys() {
        return MAPS;
    }

    @Override
    public final Optional<String> presets() {
        return Optional.of(presets.toString());
    }

    /** Whatever is missing is taken for sound here: it may have been saved before. */
    @Override
    public Optional<String> objection(Map<String, String> given) {
        Map<String, String> completed = new HashMap<>(sound());
        completed.putAll(given);
        try {
            settings(new WebParameters(completed, presets));
            return Optional.empty();
        } catch (IllegalArgumentException unusable) {
            return Optional.of(unusable.getMessage());
        }
    }

    @Override
    public UserStore open(Map<String, String> configuration) {
        try {
            return store(new WebParameters(configuration, presets));
        } catch (IllegalArgumentException unusable) {
            throw new UserStoreUnavailableException(
                    "The configuration of a store over HTTP cannot be used: " + unusable.getMessage(), null);
        }
    }

    private WebStore store(WebParameters parameters) {
        WebSettings settings = settings(parameters);
        WebApi api = new WebApi(settings, network, grant(parameters, settings));
        return settings.editable()
                ? new EditableWebStore(api, settings, dialect(parameters, settings), network.random())
                : new WebStore(api, settings, dialect(parameters, settings));
    }

    @Override
    public TestResult test(Map<String, String> configuration) {
        WebParameters parameters = new WebParameters(configuration, presets);
        try (WebStore store = store(parameters)) {
            return tried(store, parameters);
        } catch (IllegalArgumentException | UserStoreUnavailableException unusable) {
            return new TestResult(false, unusable.getMessage());
        }
    }

    /** What can only be tried with a user, whom nobody has named, may be well. */
    @Override
    public List<Finding> examine(Map<String, String> configuration) {
        List<Finding> findings = new ArrayList<>();
        TestResult found = test(configuration);
        findings.add(
                found.description().equals(WebTrial.NOTHING)
                        ? Finding.unchecked("It takes a user to try it with: POST /resolver/test")
                        : found.success() ? Finding.ok(said(found)) : Finding.failed(found.description()));
        WebParameters parameters = new WebParameters(configuration, presets);
        try (WebServers servers = new WebServers(settings(parameters), network)) {
            findings.addAll(servers.examine());
        } catch (IllegalArgumentException unusable) {
            return findings;
        }
        return findings;
    }

    private static String said(TestResult found) {
        return found.description().isEmpty() ? "The user who was named is found" : found.description();
    }
}
