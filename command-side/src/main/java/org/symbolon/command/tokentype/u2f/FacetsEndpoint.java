package org.symbolon.command.tokentype.u2f;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.TypeCall;
import org.symbolon.command.tokentype.TypeEndpoint;
import org.symbolon.command.tokentype.TypeParameter;
import org.symbolon.command.tokentype.TypeReply;
import tools.jackson.databind.json.JsonMapper;

/** Tells browsers for which pages a device may sign (FIDO AppID and facet specification). */
final class FacetsEndpoint implements TypeEndpoint {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Whoever asks says nothing. */
    @Override
    public List<TypeParameter> parameters() {
        return List.of();
    }

    @Override
    public Optional<String> serial(TypeCall call) {
        return Optional.empty();
    }

    @Override
    public TypeReply answer(TypeCall call, Optional<Subject> subject, Circumstances now) {
        String appId = now.settings()
                .text(U2fDescription.APP_ID)
                .map(text -> text.strip().replaceFirst("/+$", ""))
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> Refusal.parameter("u2f is not configured"));
        Stream<String> hosts = now.terms().text(U2fDescription.FACETS).stream()
                .flatMap(text -> Stream.of(text.strip().split("\\s+")))
                .filter(host -> !host.isEmpty())
                .map(host -> "https://" + host);
        Map<String, Object> facets = Map.of(
                "version",
                Map.of("major", 1, "minor", 0),
                "ids",
                Stream.concat(hosts, Stream.of(appId)).toList());
        return TypeReply.document(
                "application/fido.trusted-apps+json",
                JSON.writeValueAsString(Map.of("trustedFacets", List.of(facets))));
    }
}
