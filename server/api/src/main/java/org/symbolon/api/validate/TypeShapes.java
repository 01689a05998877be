package org.symbolon.api.validate;

import java.util.List;
import java.util.function.Function;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.tokentype.ToldField;
import org.symbolon.command.tokentype.TypeDescription;

/** What token types say of themselves that their tokens tell clients. */
final class TypeShapes {

    private TypeShapes() {}

    /** Adds what questions of any type say. */
    static Shape ofQuestions(Shape shape) {
        return with(shape, TypeDescription::asked);
    }

    /** Adds what whoever is let in is told by tokens of any type. */
    static Shape ofAnswers(Shape shape) {
        return with(shape, TypeDescription::told);
    }

    private static Shape with(Shape shape, Function<TypeDescription, List<ToldField>> fields) {
        Shape described = shape;
        for (TokenType type : TokenTypes.all().types()) {
            for (ToldField field : fields.apply(type.describe())) {
                described = described.with(field.name(), shape(field));
            }
        }
        return described;
    }

    private static Shape shape(ToldField field) {
        return switch (field.kind()) {
            case TEXT -> Shape.text(field.about());
            case NUMBER -> Shape.number(field.about());
            case ANYTHING -> Shape.anything(field.about());
        };
    }
}
