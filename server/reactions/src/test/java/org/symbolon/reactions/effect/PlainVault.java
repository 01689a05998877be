package org.symbolon.reactions.effect;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.symbolon.command.secret.port.SecretErasedException;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.Secret;

/** Seals nothing, and forgets keys. */
final class PlainVault implements SecretVault {

    private final Set<String> keys = ConcurrentHashMap.newKeySet();
    private int made;

    @Override
    public synchronized String newKey() {
        String key = "key-" + ++made;
        keys.add(key);
        return key;
    }

    @Override
    public Sealed seal(String key, Secret secret) {
        return new Sealed(key, secret.reveal());
    }

    @Override
    public Secret unseal(Sealed sealed) {
        if (!keys.contains(sealed.key())) {
            throw new SecretErasedException(sealed.key());
        }
        return Secret.of(sealed.box());
    }

    @Override
    public Map<Sealed, Secret> unsealAll(Collection<Sealed> sealed) {
        Map<Sealed, Secret> secrets = new HashMap<>();
        sealed.stream().filter(one -> keys.contains(one.key())).forEach(one -> secrets.put(one, unseal(one)));
        return secrets;
    }

    @Override
    public void forget(String key) {
        keys.remove(key);
    }

    Set<String> keys() {
        return Set.copyOf(keys);
    }
}
