import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Checks a proof that 'symbolon audit prove' has written. It needs a JDK and nothing of Symbolon's:
 *
 * <pre>java VerifyAuditProof.java PROOF PUBLIC_KEY [EARLIER_CHECKPOINT]</pre>
 *
 * The format and the steps are those of docs/audit-proof/README.md. Exit code 0 if the proof holds, 1 if it does not.
 */
public final class VerifyAuditProof {

    private static final List<String> FIELDS = List.of(
            "event_identifier", "aggregate_identifier", "sequence_number", "type", "time_stamp", "payload_type",
            "payload_revision", "payload", "meta_data");

    private final Map<String, String> values = new TreeMap<>();
    private final List<byte[]> path = new ArrayList<>();
    private final List<byte[]> consistency = new ArrayList<>();

    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 2) {
            System.err.println("usage: java VerifyAuditProof.java PROOF PUBLIC_KEY [EARLIER_CHECKPOINT]");
            System.exit(2);
        }
        VerifyAuditProof proof = new VerifyAuditProof(Files.readAllLines(Path.of(arguments[0])));
        String key = Files.readString(Path.of(arguments[1]));
        List<String> earlier = arguments.length > 2 ? Files.readAllLines(Path.of(arguments[2])) : List.of();
        String wrong = proof.findFault(key, earlier);
        System.out.println(wrong.isEmpty() ? proof.statement() : "The proof does not hold: " + wrong);
        System.exit(wrong.isEmpty() ? 0 : 1);
    }

    private VerifyAuditProof(List<String> lines) {
        if (lines.isEmpty() || !lines.get(0).equals("symbolon audit proof 1")) {
            throw new IllegalArgumentException("This is no proof of the first kind");
        }
        for (String line : lines.subList(1, lines.size())) {
            int end = line.indexOf('=');
            String name = line.substring(0, end);
            String value = line.substring(end + 1).replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%");
            switch (name) {
                case "path" -> path.add(HexFormat.of().parseHex(value));
                case "consistency" -> consistency.add(HexFormat.of().parseHex(value));
                default -> values.put(name, value);
            }
        }
    }

    private String findFault(String key, List<String> earlier) throws Exception {
        byte[] root = HexFormat.of().parseHex(values.get("checkpoint.root"));
        if (!isSigned(key, signedText(), values.get("checkpoint.signature"))) {
            return "the checkpoint is not signed with this key";
        }
        if (!Arrays.equals(root, rootFromLeaf())) {
            return "the event is not in the tree of the checkpoint";
        }
        if (!"RequestAnswered".equals(values.get("event.payload_type"))) {
            return "the event is of another kind than rows of the audit are made of";
        }
        return earlier.isEmpty() ? "" : findFaultSince(earlier, key, root);
    }

    /** An earlier checkpoint is a file with what was signed, a line for each, and the signature as the last line. */
    private String findFaultSince(List<String> earlier, String key, byte[] root) throws Exception {
        String signed = String.join("\n", earlier.subList(0, earlier.size() - 1));
        if (!isSigned(key, signed, earlier.get(earlier.size() - 1))) {
            return "the earlier checkpoint is not signed with this key";
        }
        if (!earlier.get(1).equals(values.get("since"))) {
            return "the proof is about another earlier checkpoint";
        }
        byte[] former = HexFormat.of().parseHex(earlier.get(3));
        return isBeginning(Long.parseLong(earlier.get(1)), former, root)
                ? ""
                : "the stream of the earlier checkpoint is not the beginning of the newer one's";
    }

    private String signedText() {
        return String.join("\n", "symbolon checkpoint", values.get("checkpoint.size"), values.get("checkpoint.last_index"),
                values.get("checkpoint.root"), values.get("checkpoint.audit_number"), values.get("checkpoint.audit_hash"),
                values.get("checkpoint.time"));
    }

    private static boolean isSigned(String pem, String text, String signature) throws Exception {
        String body = pem.replaceAll("-----[A-Z ]+-----", "");
        Signature verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getMimeDecoder().decode(body))));
        verifier.update(text.getBytes(StandardCharsets.UTF_8));
        return verifier.verify(HexFormat.of().parseHex(signature.substring("rsa_sha256:".length())));
    }

    private byte[] rootFromLeaf() throws Exception {
        byte[] index = ByteBuffer.allocate(Long.BYTES).putLong(Long.parseLong(values.get("index"))).array();
        byte[] hash = sha256(new byte[] {0}, index, digest());
        long number = Long.parseLong(values.get("leaf"));
        long last = Long.parseLong(values.get("checkpoint.size")) - 1;
        for (byte[] sibling : path) {
            if (last == 0) {
                return new byte[0];
            }
            if ((number & 1) == 1 || number == last) {
                hash = sha256(new byte[] {1}, sibling, hash);
                while ((number & 1) == 0 && number != 0) {
                    number >>= 1;
                    last >>= 1;
                }
            } else {
                hash = sha256(new byte[] {1}, hash, sibling);
            }
            number >>= 1;
            last >>= 1;
        }
        return last == 0 ? hash : new byte[0];
    }

    /** Each field behind its length in bytes, -1 for one that is absent; the sequence number as eight bytes. */
    private byte[] digest() throws Exception {
        List<byte[]> parts = new ArrayList<>();
        for (String field : FIELDS) {
            String value = values.get("event." + field);
            if (field.equals("sequence_number")) {
                parts.add(ByteBuffer.allocate(Long.BYTES).putLong(Long.parseLong(value)).array());
                continue;
            }
            byte[] bytes = value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_8);
            parts.add(ByteBuffer.allocate(Integer.BYTES).putInt(value == null ? -1 : bytes.length).array());
            parts.add(bytes);
        }
        return sha256(parts.toArray(byte[][]::new));
    }

    /** RFC 9162, 2.1.4.2. */
    private boolean isBeginning(long smaller, byte[] former, byte[] root) throws Exception {
        long size = Long.parseLong(values.get("checkpoint.size"));
        if (smaller == size) {
            return consistency.isEmpty() && Arrays.equals(former, root);
        }
        List<byte[]> hashes = new ArrayList<>(consistency);
        if (Long.bitCount(smaller) == 1) {
            hashes.add(0, former);
        }
        long number = smaller - 1;
        long last = size - 1;
        while ((number & 1) == 1) {
            number >>= 1;
            last >>= 1;
        }
        if (hashes.isEmpty()) {
            return false;
        }
        byte[] before = hashes.get(0);
        byte[] after = hashes.get(0);
        for (byte[] hash : hashes.subList(1, hashes.size())) {
            if (last == 0) {
                return false;
            }
            if ((number & 1) == 1 || number == last) {
                before = sha256(new byte[] {1}, hash, before);
                after = sha256(new byte[] {1}, hash, after);
                while ((number & 1) == 0 && number != 0) {
                    number >>= 1;
                    last >>= 1;
                }
            } else {
                after = sha256(new byte[] {1}, after, hash);
            }
            number >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(before, former) && Arrays.equals(after, root);
    }

    private static byte[] sha256(byte[]... parts) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    private String statement() {
        return "Row " + values.get("row") + " of the audit stands for this event, which was in the stream when the checkpoint of "
                + values.get("checkpoint.time") + " was signed:\n" + values.get("event.time_stamp") + " "
                + values.get("event.payload") + "\n" + values.get("event.meta_data");
    }
}
