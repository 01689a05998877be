package org.symbolon.command.tokentype.webauthn;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.symbolon.command.tokentype.Inquiry;

/** The makers of devices that are trusted: their certificates, and what is published of their models, which somebody keeps in this folder. */
public record TrustAnchors(String folder) implements Inquiry<TrustAnchors.Anchors> {

    /** The system setting that names the folder. */
    public static final String SETTING = "webauthn.trust_anchor_dir";

    /**
     * What is published of the devices of one model: a metadata statement of the FIDO Alliance (FIDO Metadata Statement v3.1).
     *
     * @param models their AAGUIDs, as 32 hexadecimal digits each
     * @param keys the identifiers of the keys of their certificates, for devices that have no AAGUID; as hexadecimal digits
     * @param roots the certificates that those of the devices are issued under
     * @param withdrawn whether they are not to be trusted any more
     */
    public record Model(Set<String> models, Set<String> keys, List<X509Certificate> roots, boolean withdrawn) {

        public Model {
            models = Set.copyOf(models);
            keys = Set.copyOf(keys);
            roots = List.copyOf(roots);
        }

        private boolean isOf(String model, String key) {
            return models.contains(model) || keys.contains(key);
        }
    }

    /**
     * Those that were found.
     *
     * @param certificates of makers, whatever they make
     */
    public record Anchors(List<X509Certificate> certificates, List<Model> models) {

        public static final Anchors NONE = new Anchors(List.of());

        public Anchors {
            certificates = List.copyOf(certificates);
            models = List.copyOf(models);
        }

        /** Makers of whose models nothing is known. */
        public Anchors(List<X509Certificate> certificates) {
            this(certificates, List.of());
        }

        /** The certificates that one of this model, or with this key, may be issued under; none where it is withdrawn. */
        List<X509Certificate> of(String model, String key) {
            List<Model> known =
                    models.stream().filter(one -> one.isOf(model, key)).toList();
            if (known.stream().anyMatch(Model::withdrawn)) {
                return List.of();
            }
            return Stream.concat(
                            certificates.stream(),
                            known.stream().map(Model::roots).flatMap(List::stream))
                    .distinct()
                    .toList();
        }
    }

    @Override
    public Class<Anchors> answer() {
        return Anchors.class;
    }
}
