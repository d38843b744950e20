"""The eighteenth set's lists."""

from benchmarks.attacks.eighteenth import (
    chains,
    figures,
    grounds,
    objects,
    overlays,
    players,
    posts,
    shapes,
    titles,
    tones,
)

COVERED = (
    shapes.seen_from_the_side, shapes.photo_of_screen, posts.story, posts.chat_screenshot, posts.post_screenshot,
    posts.page_screenshot, posts.grid_screenshot, posts.bordered, posts.padded, overlays.emoji_stickers,
    overlays.drawn_sticker, overlays.speech_bubble, overlays.watermark, overlays.corner_handle, overlays.caption,
    players.play_button, players.video_player, players.short_video_signs, chains.shape_and_frame,
    chains.overlay_and_light, chains.screenshot_and_jpeg, chains.story_and_thumbnail,
)  # fmt: skip
BENIGN = (
    tones.strong_jpeg, tones.webp_copy, tones.tiny_thumbnail, tones.half_size, tones.enlarged, tones.photo_app_filter,
    tones.grey_copy, tones.lighter_or_darker, tones.blurred_and_noisy, shapes.tilted, shapes.mirrored,
    shapes.cropped_sides, shapes.half_crop, chains.light_and_shape, chains.crop_and_filter, *COVERED,
)  # fmt: skip
LETTERING = (
    titles.two_by_title, titles.small_two, titles.part_line, titles.part_ribbon, titles.release_date,
    titles.service_name, titles.claim, titles.tagline, titles.actor_added, titles.credit_replaced, titles.retitled,
    titles.retitled_on_plate, objects.logo_added, objects.logo_replaced,
)  # fmt: skip
EDITS = (
    *LETTERING, figures.face_swapped, figures.big_head, figures.figure_pasted, figures.figure_removed,
    figures.thing_cloned_away, grounds.background_replaced, grounds.figure_on_other_ground, grounds.halves_joined,
    grounds.grid_of_four, grounds.clothes_recoloured, grounds.sky_recoloured, objects.moon_painted,
    objects.fire_painted, objects.silhouette_painted,
)  # fmt: skip
RESHARING = (
    ("strong_jpeg", tones.strong_jpeg),
    ("thumbnail_400", tones.thumbnail_400),
    ("filter", tones.photo_app_filter),
    ("post_screenshot", posts.post_screenshot),
)
