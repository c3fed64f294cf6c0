package vn.nhip.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DiskRoomTest {

    @Test
    void twiceTheWriteAheadLogIsNeededAndNeverLessThanHalfAGigabyte() {
        assertThat(DiskRoom.needed(0)).isEqualTo(512L << 20);
        assertThat(DiskRoom.needed(256L << 20)).isEqualTo(512L << 20);
        assertThat(DiskRoom.needed(1L << 30)).isEqualTo(2L << 30);
    }
}
