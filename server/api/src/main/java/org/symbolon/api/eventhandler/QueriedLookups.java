package org.symbolon.api.eventhandler;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.eventhandler.SubjectTokens;
import org.symbolon.command.eventhandler.fact.SubjectToken;
import org.symbolon.command.eventhandler.port.HandlerLookups;
import org.symbolon.command.resolver.port.UserStoreUnavailableException;
import org.symbolon.command.shared.Randomness;
import org.symbolon.command.smtpserver.port.MailPages;
import org.symbolon.command.user.CustomAttributes;
import org.symbolon.command.user.FoundUser;
import org.symbolon.command.user.UserDirectory;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.user.UserKey;
import org.symbolon.projections.config.ConfigurationView;
import org.symbolon.projections.config.RealmView;
import org.symbolon.query.admin.AdminView;
import org.symbolon.query.admin.FindAdmin;
import org.symbolon.query.eventcounter.FindEventCounter;
import org.symbolon.query.sending.QueryDispatcher;
import org.symbolon.query.shared.Paging;
import org.symbolon.query.token.ListSerials;
import org.symbolon.query.token.ListTokens;
import org.symbolon.query.token.TokenFilter;
import org.symbolon.query.token.TokenPage;
import org.symbolon.query.token.TokenView;

/** Asks queries and user stores what handlers want to know. */
@Component
final class QueriedLookups implements HandlerLookups {

    private static final Logger LOG = LoggerFactory.getLogger(QueriedLookups.class);
    private static final int MOST_LOOKED_AT = 50;
    private static final Paging ALL_OF_ONE = new Paging(1, 10_000);

    private final UserDirectory directory;
    private final CustomAttributes attributes;
    private final QueryDispatcher queries;
    private final SubjectTokens tokens;
    private final Supplier<ConfigurationView> configuration;
    private final MailPages templates;
    private final Randomness chance;
    private final String node;

    QueriedLookups(
            UserDirectory directory,
            CustomAttributes attributes,
            QueryDispatcher queries,
            SubjectTokens tokens,
            Supplier<ConfigurationView> configuration,
            MailPages templates,
            Randomness chance,
            @Value("${symbolon.node}") String node) {
        this.directory = directory;
        this.attributes = attributes;
        this.queries = queries;
        this.tokens = tokens;
        this.configuration = configuration;
        this.templates = templates;
        this.chance = chance;
        this.node = node;
    }

    @Override
    public Optional<KnownUser> user(String login, String realm, String resolver) {
        try {
            return directory.find(
                    directory.nameOf(login, Optional.of(realm).filter(name -> !name.isEmpty()), resolver));
        } catch (Refusal unknown) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<KnownUser> owner(TokenOwner owner) {
        return directory
                .usernameOf(owner.resolver(), owner.userId())
                .map(login -> new KnownUser(login, owner.realm(), owner.resolver(), owner.userId()));
    }

    @Override
    public Map<String, String> infoOf(KnownUser user) {
        return directory.infoAsFarAsKnown(user);
    }

    @Override
    public Optional<SubjectToken> token(String serial) {
        return lookedAt(List.of(serial)).stream().findFirst();
    }

    @Override
    public List<SubjectToken> tokensOf(KnownUser user) {
        TokenFilter filter = TokenFilter.all().owner(user.asOwner());
        List<String> serials = queries.list(new ListSerials(filter, MOST_LOOKED_AT + 1, false), String.class);
        return serials.size() > MOST_LOOKED_AT ? listed(filter) : lookedAt(serials);
    }

    private List<SubjectToken> lookedAt(List<String> serials) {
        return tokens.of(serials).stream().map(this::inRealms).toList();
    }

    /** A token is not told that a realm is gone. */
    private SubjectToken inRealms(SubjectToken token) {
        ConfigurationView now = configuration.get();
        return token.in(token.realms().stream()
                .filter(realm -> now.realm(realm).isPresent())
                .toList());
    }

    private List<SubjectToken> listed(TokenFilter filter) {
        return queries.ask(new ListTokens(filter, ALL_OF_ONE, "serial", false), TokenPage.class).tokens().stream()
                .map(QueriedLookups::subject)
                .toList();
    }

    private static SubjectToken subject(TokenView token) {
        return new SubjectToken(
                token.serial(),
                token.type(),
                token.description(),
                token.active(),
                token.count(),
                token.failCount(),
                token.failLimit(),
                token.rolloutState(),
                token.info(),
                token.realms(),
                token.resolver().isEmpty()
                        ? null
                        : new TokenOwner(token.resolver(), token.userId(), token.userRealm()));
    }

    @Override
    public long counter(String name) {
        return queries.find(new FindEventCounter(name), Long.class).orElse(0L);
    }

    @Override
    public List<String> resolversOf(String realm) {
        return configuration.get().realm(realm).map(RealmView::members).orElse(List.of()).stream()
                .map(member -> member.resolver())
                .toList();
    }

    @Override
    public String addressOfAdministrator(String name) {
        return queries.find(new FindAdmin(name), AdminView.class)
                .map(AdminView::email)
                .orElse("");
    }

    @Override
    public List<String> addressesIn(String realm) {
        if (!directory.realmExists(realm)) {
            return List.of();
        }
        try {
            return directory.search(realm, "", Map.of()).stream()
                    .map(FoundUser::attributes)
                    .map(known -> known.getOrDefault("email", ""))
                    .toList();
        } catch (UserStoreUnavailableException away) {
            LOG.warn("The addresses of a realm were not found: {}", away.getMessage());
            return List.of();
        }
    }

    @Override
    public Optional<String> template(String path) {
        return templates.read(path);
    }

    @Override
    public Optional<String> templateIfAny(String path) {
        return templates.readIfAny(path);
    }

    @Override
    public Optional<UserKey> keyOf(KnownUser user) {
        return attributes.keyOf(user);
    }

    @Override
    public String node() {
        return node;
    }

    @Override
    public Randomness chance() {
        return chance;
    }
}
