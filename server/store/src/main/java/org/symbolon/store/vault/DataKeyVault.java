package org.symbolon.store.vault;

import com.github.benmanes.caffeine.cache.Cache;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.symbolon.command.secret.port.Binding;
import org.symbolon.command.secret.port.SealBrokenException;
import org.symbolon.command.secret.port.SecretErasedException;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.shared.Caches;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.Secret;

/**
 * Seals secrets under data keys, which lie in the table {@code data_key}, wrapped under the master key. Keys are kept in
 * memory for ten minutes, so that an authentication needs no SQL; a key that another node forgot works here that much
 * longer unless {@link #dropFromMemory} is called.
 */
@Component
public final class DataKeyVault implements SecretVault {

    private static final Logger LOGGER = LoggerFactory.getLogger(DataKeyVault.class);
    private static final int KEY_LENGTH = 32;
    private static final int ID_LENGTH = 16;
    private static final long BYTES_OF_A_KEY = 250;

    /** No more than take a sixteenth of the heap. */
    private static final long MOST_CACHED =
            Math.min(200_000, Runtime.getRuntime().maxMemory() / 16 / BYTES_OF_A_KEY);

    private static final Duration CACHED_FOR = Duration.ofMinutes(10);
    private static final Duration REREAD_RACE = Duration.ofMinutes(1);

    private final DataKeyTable table;
    private final DataKeyWrapping wrapping;
    private final SecureRandom random;
    private final Map<String, byte[]> uncommitted = new ConcurrentHashMap<>();
    private final Cache<String, byte[]> cached = Caches.newBuilder()
            .maximumSize(MOST_CACHED)
            .expireAfterWrite(CACHED_FOR)
            .build();
    private final Cache<String, Boolean> forgotten = Caches.newBuilder()
            .maximumSize(MOST_CACHED)
            .expireAfterWrite(REREAD_RACE)
            .build();

    public DataKeyVault(JdbcClient jdbc, MasterKey master, SecureRandom random) {
        this.table = new DataKeyTable(jdbc);
        this.wrapping = new DataKeyWrapping(master, random);
        this.random = random;
    }

    @Override
    public String newKey() {
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(randomBytes(ID_LENGTH));
        byte[] key = randomBytes(KEY_LENGTH);
        table.insert(id, wrapping.wrap(id, key));
        keepUntilTransactionEnds(id, key);
        return id;
    }

    /** As many new keys in one statement, for those who seal in bulk within one transaction. */
    public List<String> newKeys(int count) {
        Map<String, byte[]> wrapped = new LinkedHashMap<>();
        for (int made = 0; made < count; made++) {
            String id = Base64.getUrlEncoder().withoutPadding().encodeToString(randomBytes(ID_LENGTH));
            byte[] key = randomBytes(KEY_LENGTH);
            wrapped.put(id, wrapping.wrap(id, key));
            keepUntilTransactionEnds(id, key);
        }
        table.insertAll(wrapped);
        return List.copyOf(wrapped.keySet());
    }

    @Override
    public Sealed seal(String key, Binding binding, Secret secret) {
        return SealedBox.bound(key, boxOf(key).seal(secret.utf8(), SealedBox.associated(key, binding)));
    }

    @Override
    public Secret unseal(Binding binding, Sealed sealed) {
        byte[] key = key(sealed.key()).orElseThrow(() -> new SecretErasedException(sealed.key()));
        return unseal(binding, sealed, key);
    }

    private Secret unseal(Binding binding, Sealed sealed, byte[] key) {
        try {
            AesGcmBox box = new AesGcmBox(key, random);
            byte[] plain = box.open(SealedBox.bytes(sealed), SealedBox.associated(sealed, binding));
            return Secret.of(new String(plain, StandardCharsets.UTF_8));
        } catch (SealBrokenException broken) {
            throw named(binding);
        }
    }

    /** It is named here, for what is logged of an exception that nobody expects is where it came from, and not what it says. */
    private static SealBrokenException named(Binding binding) {
        String what =
                "What stands in the place of the " + binding + " was not sealed for it, or was altered, and is not"
                        + " used. See the chapter on forged events in docs/operations.md";
        LOGGER.error(what);
        return new SealBrokenException(what);
    }

    /** The keys that memory lacks are read in one statement, and not kept: those of all tokens would drive out those in use. */
    @Override
    public Map<Binding, Secret> unsealAll(Map<Binding, Sealed> sealed) {
        Map<String, byte[]> keys = keys(sealed.values());
        Map<Binding, Secret> secrets = new HashMap<>();
        sealed.forEach((binding, one) -> {
            byte[] key = keys.get(one.key());
            if (key != null) {
                opened(binding, one, key).ifPresent(secret -> secrets.put(binding, secret));
            }
        });
        return secrets;
    }

    private Optional<Secret> opened(Binding binding, Sealed sealed, byte[] key) {
        try {
            return Optional.of(unseal(binding, sealed, key));
        } catch (SealBrokenException broken) {
            return Optional.empty();
        }
    }

    private Map<String, byte[]> keys(Collection<Sealed> sealed) {
        Map<String, byte[]> keys = new HashMap<>();
        Set<String> missing = new HashSet<>();
        for (Sealed one : sealed) {
            known(one.key()).ifPresentOrElse(key -> keys.put(one.key(), key), () -> missing.add(one.key()));
        }
        table.findAll(missing).forEach((id, wrapped) -> keys.put(id, wrapping.unwrap(id, wrapped)));
        return keys;
    }

    @Override
    public void forget(String key) {
        table.delete(key);
        uncommitted.remove(key);
        cached.invalidate(key);
        afterCommit(() -> dropFromMemory(key));
    }

    /** Drops a key that was forgotten, also against a reader who found its row just before it went. */
    public void dropFromMemory(String key) {
        forgotten.put(key, true);
        cached.invalidate(key);
    }

    /**
     * Wraps all data keys anew in the current transaction and answers how many there are. What they sealed stays as it
     * is. To be called while no server runs, for a running one goes on with the master key that it started with.
     */
    public int rewrap(MasterKey oldMaster, MasterKey newMaster) {
        DataKeyWrapping before = new DataKeyWrapping(oldMaster, random);
        DataKeyWrapping after = new DataKeyWrapping(newMaster, random);
        return table.replaceAll((id, wrapped) -> after.wrap(id, before.unwrap(id, wrapped)));
    }

    private AesGcmBox boxOf(String id) {
        return new AesGcmBox(key(id).orElseThrow(() -> new SecretErasedException(id)), random);
    }

    private Optional<byte[]> key(String id) {
        return known(id).or(() -> read(id));
    }

    private Optional<byte[]> known(String id) {
        return Optional.ofNullable(cached.getIfPresent(id)).or(() -> Optional.ofNullable(uncommitted.get(id)));
    }

    private Optional<byte[]> read(String id) {
        Optional<byte[]> key = table.find(id).map(wrapped -> wrapping.unwrap(id, wrapped));
        key.ifPresent(found -> cached.put(id, found));
        if (forgotten.getIfPresent(id) != null) {
            cached.invalidate(id);
        }
        return key;
    }

    private void keepUntilTransactionEnds(String id, byte[] key) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return;
        }
        uncommitted.put(id, key);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                uncommitted.remove(id);
            }
        });
    }

    private static void afterCommit(Runnable action) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            action.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                action.run();
            }
        });
    }

    private byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
