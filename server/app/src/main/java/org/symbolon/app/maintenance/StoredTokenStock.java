package org.symbolon.app.maintenance;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.tokenfile.LocalImport;
import org.symbolon.api.tokenfile.format.FileWorkFactor;
import org.symbolon.api.tokenfile.format.PskcOptions;
import org.symbolon.cli.janitor.StockedToken;
import org.symbolon.cli.janitor.TokenChange;
import org.symbolon.cli.janitor.TokenShelf;
import org.symbolon.cli.janitor.TokenStock;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.command.audit.RecordRequest;
import org.symbolon.command.auth.RemoveExpiredRevocations;
import org.symbolon.command.challenge.RemoveExpiredChallenges;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.resolver.port.UserStoreUnavailableException;
import org.symbolon.command.sending.CommandSender;
import org.symbolon.command.shared.Imported;
import org.symbolon.command.token.ChangeTokenRealms;
import org.symbolon.command.token.ConfigureToken;
import org.symbolon.command.token.DeleteToken;
import org.symbolon.command.token.DisableTokens;
import org.symbolon.command.token.EnableTokens;
import org.symbolon.command.token.ResetFailCounters;
import org.symbolon.command.token.UnassignTokens;
import org.symbolon.command.user.UserDirectory;
import org.symbolon.events.audit.RequestAnswered;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.query.sending.QueryDispatcher;
import org.symbolon.query.token.CountTokens;
import org.symbolon.query.token.FindToken;
import org.symbolon.query.token.TokenFilter;
import org.symbolon.query.token.TokenView;
import org.symbolon.query.token.WalkTokens;

/** The tokens of this server for the janitor on the command line; what it does with one is one commit, the audit's fact included. */
@Component
public final class StoredTokenStock implements TokenStock {

    private static final String NAME = "token-janitor";

    private final QueryDispatcher queries;
    private final CommandSender commands;
    private final UserDirectory directory;
    private final LocalImport imports;
    private final FileWorkFactor workFactor;
    private final SecureRandom random;
    private final Clock clock;

    StoredTokenStock(
            QueryDispatcher queries,
            CommandSender commands,
            UserDirectory directory,
            LocalImport imports,
            FileWorkFactor workFactor,
            SecureRandom random,
            Clock clock) {
        this.queries = queries;
        this.commands = commands;
        this.directory = directory;
        this.imports = imports;
        this.workFactor = workFactor;
        this.random = random;
        this.clock = clock;
    }

    @Override
    public long count(TokenShelf shelf) {
        return queries.ask(new CountTokens(filter(shelf)), Long.class);
    }

    @Override
    public List<StockedToken> after(TokenShelf shelf, int number, int most) {
        return queries.list(new WalkTokens(filter(shelf), number, most), TokenView.class).stream()
                .map(StoredTokenStock::stocked)
                .toList();
    }

    private static TokenFilter filter(TokenShelf shelf) {
        return TokenFilter.all()
                .type(shelf.type().orElse(null))
                .assigned(shelf.assigned().orElse(null))
                .active(shelf.active().orElse(null))
                .realm(shelf.realm().orElse(null))
                .resolver(shelf.resolver().orElse(null))
                .owner(shelf.owner().orElse(null))
                .infoKeys(shelf.infoKeys())
                .missingInfoKey(shelf.missingInfoKey().orElse(null));
    }

    private static StockedToken stocked(TokenView token) {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("description", token.description());
        columns.put("active", token.active());
        columns.put("revoked", token.revoked());
        columns.put("locked", token.locked());
        columns.put("count", token.count());
        columns.put("count_window", token.countWindow());
        columns.put("sync_window", token.syncWindow());
        columns.put("failcount", token.failCount());
        columns.put("maxfail", token.failLimit());
        columns.put("otplen", token.otpLength());
        columns.put("rollout_state", token.rolloutState());
        return new StockedToken(
                token.id(),
                token.serial(),
                token.type(),
                columns,
                token.info(),
                token.realms(),
                token.groups(),
                token.userId().isEmpty() ? null : new TokenOwner(token.resolver(), token.userId(), token.userRealm()));
    }

    @Override
    public Optional<StockedToken> again(String serial) {
        return queries.find(new FindToken(serial, false), TokenView.class).map(StoredTokenStock::stocked);
    }

    @Override
    public Optional<TokenOwner> owner(String typed) {
        try {
            return directory.find(directory.nameOf(typed, Optional.empty(), "")).map(KnownUser::asOwner);
        } catch (UserStoreUnavailableException away) {
            throw new CommandFailedException(away.getMessage());
        }
    }

    @Override
    public Said ask(String resolver, Collection<String> userIds) {
        try {
            return directory
                    .saidOf(resolver, Set.copyOf(userIds))
                    .map(users -> new Said(users, ""))
                    .orElseGet(() -> new Said(Map.of(), "there is no such resolver"));
        } catch (UserStoreUnavailableException away) {
            return new Said(Map.of(), Optional.ofNullable(away.getMessage()).orElse("it is away"));
        }
    }

    @Override
    public void check(TokenChange change) {
        change.realms().stream()
                .filter(realm -> !directory.realmExists(realm))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new CommandFailedException("there is no realm " + unknown);
                });
    }

    @Override
    public void change(String who, StockedToken token, TokenChange change) {
        Instant started = clock.instant();
        try {
            commands.sendAuditedAs(
                    who, command(token.serial(), change), result -> fact(who, token, change, "", started));
        } catch (Refusal refusal) {
            commands.sendAs(who, new RecordRequest(fact(who, token, change, refusal.getMessage(), started)));
            throw new CommandFailedException(refusal.getMessage());
        }
    }

    private static Object command(String serial, TokenChange change) {
        return switch (change.kind()) {
            case DISABLE -> new DisableTokens(List.of(serial));
            case ENABLE -> new EnableTokens(List.of(serial));
            case DELETE -> new DeleteToken(serial);
            case UNASSIGN -> new UnassignTokens(List.of(serial));
            case RESET -> new ResetFailCounters(List.of(serial));
            case MARK, UNMARK ->
                new ConfigureToken(serial, change.description().orElse(null), null, null, null, change.info(), null);
            case TOKENREALMS -> new ChangeTokenRealms(serial, change.realms());
        };
    }

    private RequestAnswered fact(String who, StockedToken token, TokenChange change, String refusal, Instant started) {
        String details = change.details();
        return CommandFacts.ofToken(
                NAME + " " + change.name(),
                who,
                token.serial(),
                token.type(),
                details.isEmpty() ? null : details,
                refusal,
                started,
                Duration.between(started, clock.instant()));
    }

    @Override
    public TokenFile export(String who, Form form, Secret password, OutputStream output) {
        try {
            return ExportedTokenFile.begin(commands, clock, random, who, form, password, workFactor, output);
        } catch (IOException failed) {
            throw new CommandFailedException("the file cannot be written: " + failed.getMessage());
        }
    }

    @Override
    public Loaded load(String who, Loading loading) {
        Instant started = clock.instant();
        try {
            PskcOptions given = PskcOptions.of(
                    loading.presharedKey().reveal(), loading.password().reveal(), loading.macRule());
            LocalImport.Outcome outcome = imports.load(
                    new CallersBytes(loading.file()),
                    given,
                    who,
                    imported -> CommandFacts.of(
                            NAME + " loadtokens",
                            who,
                            null,
                            "imported " + imported.total() + " tokens from file "
                                    + loading.file().name(),
                            started,
                            Duration.between(started, clock.instant())));
            Imported imported = outcome.imported();
            return new Loaded(imported.made(), imported.changed(), imported.unchanged(), outcome.leftOut());
        } catch (ApiException | Refusal refused) {
            throw new CommandFailedException(refused.getMessage());
        } catch (UserStoreUnavailableException away) {
            throw new CommandFailedException(away.getMessage());
        } catch (UncheckedIOException unreadable) {
            throw new CommandFailedException(
                    "the file cannot be read: " + unreadable.getCause().getMessage());
        }
    }

    @Override
    public boolean removeExpired(String who, Expired kind) {
        Instant started = clock.instant();
        AtomicBoolean removed = new AtomicBoolean();
        commands.sendAuditedAs(who, removal(kind), (Boolean any) -> {
            removed.set(any);
            String what = kind.name().toLowerCase(Locale.ROOT);
            Duration duration = Duration.between(started, clock.instant());
            return any ? CommandFacts.of(NAME + " cleanup", who, what, null, started, duration) : null;
        });
        return removed.get();
    }

    private static Object removal(Expired kind) {
        return switch (kind) {
            case CHALLENGES -> new RemoveExpiredChallenges();
            case REVOKED_LOGINS -> new RemoveExpiredRevocations();
        };
    }
}
