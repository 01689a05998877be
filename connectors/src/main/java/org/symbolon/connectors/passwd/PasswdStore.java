package org.symbolon.connectors.passwd;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.command.resolver.port.StoredUser;
import org.symbolon.command.resolver.port.UserPage;
import org.symbolon.command.resolver.port.UserSearch;
import org.symbolon.command.resolver.port.UserStore;
import org.symbolon.command.resolver.port.UserStoreUnavailableException;
import org.symbolon.connectors.files.StoreFiles;
import org.symbolon.connectors.passwordhash.UnixCryptHash;
import org.symbolon.events.shared.Secret;

/**
 * The users of one passwd file. Every answer comes from a snapshot in memory, for each authentication asks; the file is
 * looked at once a second at most and read again when it changed. While it cannot be read, the last good snapshot keeps
 * answering, so that an editor's half-saved file locks nobody out.
 */
final class PasswdStore implements UserStore {

    private static final Logger LOGGER = LoggerFactory.getLogger(PasswdStore.class);
    private static final long CHECK_INTERVAL = TimeUnit.SECONDS.toNanos(1);

    private final Path file;
    private final StoreFiles files;
    private final LongSupplier nanoTime;
    private final ReentrantLock checking = new ReentrantLock();
    private volatile PasswdReading reading;
    private volatile long checkedAt;
    private volatile boolean closed;
    private String lastTrouble = "";

    private PasswdStore(Path file, StoreFiles files, LongSupplier nanoTime) {
        this.file = file;
        this.files = files;
        this.nanoTime = nanoTime;
        this.checkedAt = nanoTime.getAsLong();
        this.reading = PasswdReading.of(file, files);
    }

    static PasswdStore open(Path file, StoreFiles files, LongSupplier nanoTime) {
        return new PasswdStore(file, files, nanoTime);
    }

    @Override
    public Optional<StoredUser> withLogin(String login) {
        return users().withLogin(login).map(PasswdUser::stored);
    }

    @Override
    public Map<String, Map<String, String>> attributesOf(Collection<String> userIds) {
        PasswdUsers users = users();
        Map<String, Map<String, String>> known = new HashMap<>();
        userIds.forEach(id -> users.withId(id).ifPresent(user -> known.put(id, user.attributes())));
        return known;
    }

    @Override
    public Optional<Map<String, String>> attributesOf(String userId) {
        return users().withId(userId).map(PasswdUser::attributes);
    }

    /** A cursor is the place of a user among all. */
    @Override
    public UserPage search(UserSearch search) {
        List<PasswdUser> all = users().all();
        Predicate<PasswdUser> wanted = PasswdSearch.of(search.criteria());
        List<Map<String, String>> found = new ArrayList<>();
        for (int place = search.cursor().map(Integer::parseInt).orElse(0); place < all.size(); place++) {
            if (wanted.test(all.get(place))) {
                if (found.size() == search.size()) {
                    return new UserPage(found, Optional.of(String.valueOf(place)));
                }
                found.add(all.get(place).attributes());
            }
        }
        return new UserPage(found, Optional.empty());
    }

    @Override
    public boolean passwordMatches(String userId, Secret password) {
        return users().withId(userId)
                .filter(user -> UnixCryptHash.matches(user.cryptedPassword(), password))
                .isPresent();
    }

    @Override
    public void close() {
        closed = true;
    }

    private PasswdUsers users() {
        if (closed) {
            throw new UserStoreUnavailableException("The store of the passwd file %s is closed".formatted(file), null);
        }
        if (nanoTime.getAsLong() - checkedAt >= CHECK_INTERVAL && checking.tryLock()) {
            try {
                readAgainIfChanged();
            } finally {
                checkedAt = nanoTime.getAsLong();
                checking.unlock();
            }
        }
        return reading.users();
    }

    private void readAgainIfChanged() {
        try {
            if (!reading.isCurrent(file)) {
                reading = PasswdReading.of(file, files);
            }
            lastTrouble = "";
        } catch (UserStoreUnavailableException unavailable) {
            warnOnce(unavailable.getMessage());
        }
    }

    private void warnOnce(String trouble) {
        if (!trouble.equals(lastTrouble)) {
            LOGGER.warn("{}; the users of the last good reading stay", trouble);
            lastTrouble = trouble;
        }
    }
}
