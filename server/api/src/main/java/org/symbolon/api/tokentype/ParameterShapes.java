package org.symbolon.api.tokentype;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TypeEndpoint;
import org.symbolon.command.tokentype.TypeParameter;

/** Shows in the description of a route what token types say of the parameters that they take. */
public final class ParameterShapes {

    private ParameterShapes() {}

    /** Those of enrolments. */
    public static Shape ofEnrolments(Collection<TokenType> types) {
        return of(types.stream().map(type -> type.describe().parameters()));
    }

    /** Those of calls at the endpoints of types. */
    static Shape ofCalls(Collection<TokenType> types) {
        return of(types.stream().flatMap(type -> type.endpoint().stream()).map(TypeEndpoint::parameters));
    }

    /** Each parameter once, as the first type says it that has it. */
    private static Shape of(Stream<List<TypeParameter>> ofTypes) {
        Map<String, TypeParameter> known = new LinkedHashMap<>();
        ofTypes.forEach(parameters -> parameters.forEach(parameter -> known.putIfAbsent(parameter.name(), parameter)));
        Shape shape = Shape.fields("");
        for (TypeParameter parameter : known.values()) {
            shape = shape.with(parameter.name(), of(parameter));
        }
        return shape;
    }

    private static Shape of(TypeParameter parameter) {
        Shape shape =
                switch (parameter.kind()) {
                    case TEXT -> Shape.text(parameter.sentence());
                    case NUMBER -> Shape.number(parameter.sentence());
                    case FLAG -> Shape.flag(parameter.sentence());
                    case CHOICE ->
                        Shape.choice(parameter.sentence(), parameter.choices().toArray(String[]::new));
                    case SECRET -> Shape.secret(parameter.sentence());
                    case OBJECT -> Shape.object(parameter.sentence());
                };
        return parameter.preset() == null ? shape : shape.or(parameter.preset());
    }
}
