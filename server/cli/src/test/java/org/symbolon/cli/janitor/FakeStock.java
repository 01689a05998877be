package org.symbolon.cli.janitor;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.cli.kernel.SharedOptions;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.shared.TokenOwner;

/** Tokens in memory, and a backend that hands them out. */
final class FakeStock implements TokenStock, Backend {

    static final String REFUSED = "the token is revoked";

    final Map<Integer, StockedToken> tokens = new TreeMap<>();
    final List<String> changes = new ArrayList<>();
    final Map<String, Map<String, Map<String, String>>> users = new TreeMap<>();
    final List<Integer> pages = new ArrayList<>();
    Runnable beforeEachLook = () -> {};
    boolean onlyRead;
    TokenShelf asked;

    StockedToken add(String serial, Map<String, Object> columns, Map<String, String> info, TokenOwner owner) {
        Map<String, Object> all = new LinkedHashMap<>(
                Map.of("active", true, "failcount", 0, "count", 0L, "description", "", "rollout_state", ""));
        all.putAll(columns);
        StockedToken token =
                new StockedToken(tokens.size() + 1, serial, "one", all, info, List.of("here"), List.of(), owner);
        tokens.put(token.number(), token);
        return token;
    }

    void replace(StockedToken token) {
        tokens.put(token.number(), token);
    }

    @Override
    public long count(TokenShelf shelf) {
        asked = shelf;
        return tokens.size();
    }

    @Override
    public List<StockedToken> after(TokenShelf shelf, int number, int most) {
        List<StockedToken> page = tokens.values().stream()
                .filter(token -> token.number() > number)
                .limit(most)
                .toList();
        pages.add(page.size());
        return page;
    }

    @Override
    public Optional<StockedToken> again(String serial) {
        beforeEachLook.run();
        return tokens.values().stream()
                .filter(token -> token.serial().equals(serial))
                .findFirst();
    }

    @Override
    public Optional<TokenOwner> owner(String typed) {
        return typed.equals("known") ? Optional.of(new TokenOwner("store", "1", "here")) : Optional.empty();
    }

    @Override
    public Said ask(String resolver, Collection<String> userIds) {
        if (!users.containsKey(resolver)) {
            return new Said(Map.of(), "it is away");
        }
        return new Said(
                users.get(resolver).entrySet().stream()
                        .filter(user -> userIds.contains(user.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                "");
    }

    @Override
    public void check(TokenChange change) {
        if (change.realms().contains("nowhere")) {
            throw new CommandFailedException("there is no realm nowhere");
        }
    }

    @Override
    public void change(String who, StockedToken token, TokenChange change) {
        if (token.serial().startsWith("REVOKED")) {
            throw new CommandFailedException(REFUSED);
        }
        changes.add((who + ": " + change.name() + " " + token.serial() + " " + change.details()).strip());
    }

    @Override
    public TokenFile export(String who, Form form, Secret password, OutputStream output) {
        throw new AssertionError("nothing is exported here");
    }

    @Override
    public Loaded load(String who, Loading loading) {
        changes.add("%s: %s with %s, %s, %s"
                .formatted(
                        who,
                        loading.file().name(),
                        loading.presharedKey().reveal(),
                        loading.password().reveal(),
                        loading.macRule()));
        return new Loaded(3, 2, 1, 4);
    }

    @Override
    public boolean removeExpired(String who, Expired kind) {
        changes.add(who + ": " + kind);
        return kind == Expired.CHALLENGES;
    }

    @Override
    public Backend reading() {
        onlyRead = true;
        return this;
    }

    @Override
    public <T> void use(SharedOptions options, Class<T> type, Consumer<T> work) {
        work.accept(type.cast(this));
    }

    @Override
    public String account() {
        return "somebody";
    }

    @Override
    public RunningServer serve(SharedOptions options) {
        throw new AssertionError("nothing is served here");
    }
}
