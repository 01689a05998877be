package org.symbolon.store.readmodel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.symbolon.command.user.UserDirectory;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.events.shared.UserName;
import org.symbolon.policy.asking.SubjectFacts;
import org.symbolon.query.sending.QueryDispatcher;
import org.symbolon.query.token.FindToken;
import org.symbolon.query.token.TokenView;

/** Looks up what policies want to know of users and tokens: users with their resolvers, tokens with a query. */
@Component
public class SubjectLookups implements SubjectFacts {

    private final UserDirectory directory;
    private final QueryDispatcher queries;

    public SubjectLookups(UserDirectory directory, QueryDispatcher queries) {
        this.directory = directory;
        this.queries = queries;
    }

    @Override
    public Map<String, ?> infoOf(KnownUser user) {
        return directory.infoOf(user);
    }

    @Override
    public List<String> resolversKnowing(UserName user) {
        return directory.resolversKnowing(user);
    }

    @Override
    public Optional<Map<String, ?>> tokenInfo(String serial) {
        return find(serial).map(TokenView::info);
    }

    @Override
    public Optional<String> tokenType(String serial) {
        return find(serial).map(TokenView::type);
    }

    @Override
    public Optional<Map<String, ?>> token(String serial) {
        return find(serial).map(SubjectLookups::fields);
    }

    /** In the middle of a command nobody waits for what trails behind it. */
    private Optional<TokenView> find(String serial) {
        boolean upToDate = !TransactionSynchronizationManager.isActualTransactionActive();
        return queries.find(new FindToken(serial, upToDate), TokenView.class);
    }

    private static Map<String, Object> fields(TokenView token) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("id", token.id());
        fields.put("serial", token.serial());
        fields.put("tokentype", token.type());
        fields.put("description", token.description());
        fields.put("info", token.info());
        fields.put("resolver", token.resolver());
        fields.put("user_id", token.userId());
        fields.put("otplen", token.otpLength());
        fields.put("maxfail", token.failLimit());
        fields.put("active", token.active());
        fields.put("revoked", token.revoked());
        fields.put("locked", token.locked());
        fields.put("failcount", token.failCount());
        fields.put("count", token.count());
        fields.put("count_window", token.countWindow());
        fields.put("sync_window", token.syncWindow());
        fields.put("rollout_state", token.rolloutState());
        fields.put("realms", token.realms());
        fields.put("tokengroup", token.groups());
        return fields;
    }
}
