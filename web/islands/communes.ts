/** Shows only the communes of the chosen district; without a district, all of them. */
const connect = (district: HTMLSelectElement, commune: HTMLSelectElement) => {
  const groups = Array.from(commune.querySelectorAll('optgroup'));

  const filter = () => {
    const name = district.options[district.selectedIndex]?.text;
    const chosen = commune.value;
    for (const group of groups) {
      // Out of the list, not `hidden`: some browsers ignore that inside a select.
      group.remove();
      if (!district.value || group.label === name) commune.append(group);
    }
    commune.value = chosen;
    // The chosen commune may have left the list.
    if (commune.selectedIndex < 0) commune.selectedIndex = 0;
  };

  // A person may begin with the commune: its district is chosen for them.
  const chooseDistrict = () => {
    const group = commune.options[commune.selectedIndex]?.parentElement;
    if (district.value || !(group instanceof HTMLOptGroupElement)) return;
    const found = Array.from(district.options).find((option) => option.text === group.label);
    if (found) district.value = found.value;
    filter();
  };

  district.onchange = filter;
  commune.onchange = chooseDistrict;
  // A form that comes back with mistakes has its district chosen already.
  filter();
};

const district = document.querySelector<HTMLSelectElement>('#o-districtId');
const commune = document.querySelector<HTMLSelectElement>('#o-communeId');
// A province without communes in its list has only the first of the two.
if (district && commune) connect(district, commune);
