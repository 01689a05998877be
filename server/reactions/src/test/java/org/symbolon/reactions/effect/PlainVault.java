package org.symbolon.reactions.effect;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.symbolon.command.secret.port.Binding;
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
    public Sealed seal(String key, Binding binding, Secret secret) {
        return new Sealed(key, secret.reveal());
    }

    @Override
    public Secret unseal(Binding binding, Sealed sealed) {
        if (!keys.contains(sealed.key())) {
            throw new SecretErasedException(sealed.key());
        }
        return Secret.of(sealed.box());
    }

    @Override
    public Map<Binding, Secret> unsealAll(Map<Binding, Sealed> sealed) {
        Map<Binding, Secret> secrets = new HashMap<>();
        sealed.forEach((binding, one) -> {
            if (keys.contains(one.key())) {
                secrets.put(binding, unseal(binding, one));
            }
        });
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
