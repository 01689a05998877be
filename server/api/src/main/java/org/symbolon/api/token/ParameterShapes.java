package org.symbolon.api.token;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TypeParameter;

/** Shows in the description of a route what token types say of the parameters of their enrolments. */
final class ParameterShapes {

    private ParameterShapes() {}

    /** Each parameter once, as the first type says it that has it. */
    static Shape of(Collection<TokenType> types) {
        Map<String, TypeParameter> known = new LinkedHashMap<>();
        types.forEach(type ->
                type.describe().parameters().forEach(parameter -> known.putIfAbsent(parameter.name(), parameter)));
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
