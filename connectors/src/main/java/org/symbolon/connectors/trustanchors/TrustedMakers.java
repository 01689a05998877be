package org.symbolon.connectors.trustanchors;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;

/**
 * Which makers of devices are trusted.
 *
 * @param certificates of makers, whatever they make
 * @param models what is published of models
 */
public record TrustedMakers(List<X509Certificate> certificates, List<Model> models) {

    static final TrustedMakers NONE = new TrustedMakers(List.of(), List.of());

    /**
     * What is published of the devices of one model.
     *
     * @param models their AAGUIDs, as 32 hexadecimal digits each
     * @param keys the identifiers of the keys of their certificates, where they have no AAGUID; as hexadecimal digits
     * @param roots the certificates that those of the devices are issued under
     * @param withdrawn whether they are not to be trusted any more
     */
    public record Model(Set<String> models, Set<String> keys, List<X509Certificate> roots, boolean withdrawn) {}
}
