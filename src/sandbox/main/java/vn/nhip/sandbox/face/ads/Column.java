package vn.nhip.sandbox.face.ads;

import com.google.ads.googleads.v23.errors.QueryErrorEnum.QueryError;
import com.google.ads.googleads.v23.services.GoogleAdsRow;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.Comparator;
import java.util.Optional;

/** A field of a row by the vendor's name of it: {@code metrics.clicks}. */
record Column(String path, FieldDescriptor part, FieldDescriptor field) {

    static Column of(String path) {
        String[] names = path.split("\\.", -1);
        Optional<FieldDescriptor> part =
                Optional.ofNullable(GoogleAdsRow.getDescriptor().findFieldByName(names[0]));
        Optional<FieldDescriptor> field = part.filter(found -> names.length == 2)
                .flatMap(found -> Optional.ofNullable(found.getMessageType().findFieldByName(names[1])));
        return new Column(path, part.orElseThrow(() -> unknown(path)), field.orElseThrow(() -> unknown(path)));
    }

    private static RuntimeException unknown(String path) {
        return Gaql.refused(QueryError.UNRECOGNIZED_FIELD, "Unrecognized field in the query: '" + path + "'.");
    }

    private Object of(GoogleAdsRow row) {
        return ((Message) row.getField(part)).getField(field);
    }

    void copy(GoogleAdsRow row, GoogleAdsRow.Builder to) {
        to.getFieldBuilder(part).setField(field, of(row));
    }

    @SuppressWarnings("unchecked") // the fields that rows are ordered by are numbers and texts
    Comparator<GoogleAdsRow> order() {
        return Comparator.comparing(row -> (Comparable<Object>) of(row));
    }
}
