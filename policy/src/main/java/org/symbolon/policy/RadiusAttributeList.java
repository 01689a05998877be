package org.symbolon.policy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.symbolon.events.radiusclient.RadiusAttribute;
import org.symbolon.policy.RadiusAttributeNames.Known;
import org.symbolon.policy.action.AuthorizationActions;
import org.symbolon.policy.matching.PolicyRefusal;

/**
 * Reads attributes as policies write them: {@code name=value} with blanks between, a value with blanks in quotes. A vendor's has two
 * numbers in place of a name, behind 26 as in FreeRADIUS; its value, or one of octets, may be written as {@code 0x...}.
 */
final class RadiusAttributeList {

    private static final Pattern PAIR =
            Pattern.compile("\\s*([A-Za-z0-9.-]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s\"]+))(?=\\s|$)");
    private static final Pattern VENDORS = Pattern.compile("(?:Attr-)?26\\.(\\d{1,8})\\.(\\d{1,3})");
    private static final int VENDOR_SPECIFIC = 26;
    private static final int VENDOR_HEADER = 6;
    private static final int MOST_VENDORS = 0xffffff;
    private static final int MOST_TYPES = 255;
    private static final int MOST_OCTETS = 3000;

    private RadiusAttributeList() {}

    /**
     * All attributes of all of these lists.
     *
     * @throws PolicyRefusal 303 if one is malformed, or all together do not fit into an answer
     */
    static List<RadiusAttribute> of(Collection<String> lists) {
        List<RadiusAttribute> attributes = new ArrayList<>();
        for (String list : lists) {
            Matcher pairs = PAIR.matcher(list);
            int end = 0;
            while (end < list.length() && pairs.find(end) && pairs.start() == end) {
                attributes.add(attribute(pairs.group(1), value(pairs)).orElseThrow(RadiusAttributeList::malformed));
                end = pairs.end();
            }
            if (!list.substring(end).isBlank()) {
                throw malformed();
            }
        }
        if (attributes.stream().mapToInt(one -> one.value().length() / 2 + 2).sum() > MOST_OCTETS) {
            throw malformed();
        }
        return attributes;
    }

    private static String value(Matcher pair) {
        return pair.group(2) == null ? pair.group(3) : pair.group(2).replaceAll("\\\\(.)", "$1");
    }

    private static PolicyRefusal malformed() {
        return MalformedValue.of(AuthorizationActions.RADIUS_ATTRIBUTES);
    }

    private static Optional<RadiusAttribute> attribute(String name, String value) {
        Matcher vendors = VENDORS.matcher(name);
        if (vendors.matches()) {
            return vendors(Integer.parseInt(vendors.group(1)), Integer.parseInt(vendors.group(2)), value);
        }
        return RadiusAttributeNames.find(name).flatMap(known -> standard(known, value));
    }

    private static Optional<RadiusAttribute> standard(Known known, String value) {
        return RadiusAttributeNames.hexadecimal(value)
                .filter(octets -> known.form() == RadiusAttributeNames.Form.TEXT)
                .or(() -> known.form().octets(value))
                .filter(octets -> octets.length > 0 && octets.length <= RadiusAttribute.LONGEST)
                .map(octets -> RadiusAttribute.of(known.type(), octets));
    }

    private static Optional<RadiusAttribute> vendors(int vendor, int type, String value) {
        byte[] octets = RadiusAttributeNames.hexadecimal(value).orElseGet(() -> value.getBytes(StandardCharsets.UTF_8));
        boolean proper = vendor > 0
                && vendor <= MOST_VENDORS
                && type <= MOST_TYPES
                && octets.length > 0
                && octets.length + VENDOR_HEADER <= RadiusAttribute.LONGEST;
        if (!proper) {
            return Optional.empty();
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(ByteBuffer.allocate(4).putInt(vendor).array());
        whole.write(type);
        whole.write(octets.length + 2);
        whole.writeBytes(octets);
        return Optional.of(RadiusAttribute.of(VENDOR_SPECIFIC, whole.toByteArray()));
    }
}
